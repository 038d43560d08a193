package dev.dateline.extractor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The number of an instance among those that share a folder: the lowest that no other holds. So as many instances always have
 * the same numbers, whoever ends, is killed or takes its place: the system gives a lock back with the process that held it.
 */
final class InstanceSlot implements AutoCloseable {

    /** More than one machine can hold: something else is wrong then. */
    private static final int MOST = 1_000;

    private final int number;
    private final FileChannel held;

    private InstanceSlot(int number, FileChannel held) {
        this.number = number;
        this.held = held;
    }

    /** Takes a slot of the folder, which exists. */
    static InstanceSlot in(Path folder) {
        try {
            for (int number = 0; number < MOST; number++) {
                FileChannel file = FileChannel.open(
                        folder.resolve("slot-" + number), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (file.tryLock() != null) {
                    return new InstanceSlot(number, file);
                }
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("dateline.extractor.slots: can't lock a file in " + folder, e);
        }
        throw new IllegalStateException("dateline.extractor.slots: all of %s are taken".formatted(folder));
    }

    int number() {
        return number;
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
