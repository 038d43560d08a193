package dev.dateline.standalone;

import java.lang.reflect.Field;

/**
 * The lines that JDK 24 and later print on standard error when a library first uses {@code sun.misc.Unsafe}, as Kafka's
 * compressor does. The user can do nothing about them. The launcher starts the JVM with
 * {@code --sun-misc-unsafe-memory-access=allow}; for those who start the jar itself, no manifest entry says the same.
 */
final class UnsafeWarning {

    private UnsafeWarning() {}

    /** Lets the JDK believe that it has warned. Does nothing where it would not. */
    static void suppress() {
        try {
            Field warned = Class.forName("sun.misc.Unsafe").getDeclaredField("memoryAccessWarned");
            warned.setAccessible(true);
            warned.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Before JDK 24 nobody warns; should a later one be built otherwise, its warning is seen again.
            return;
        }
    }
}
