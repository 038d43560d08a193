package dev.dateline.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which store, and where.
 *
 * @param type SQLite if null
 * @param file of SQLite, {@code dateline.db} in the working directory if null
 * @param project of Firestore; the environment's (GOOGLE_CLOUD_PROJECT) if null. An emulator is taken from
 *     FIRESTORE_EMULATOR_HOST unless {@code emulator} names one
 * @param emulator {@code host:port} of a Firestore emulator, or null
 */
public record StoreSettings(
        @Nullable Type type,
        @Nullable Path file,
        @Nullable String project,
        @Nullable String emulator) {

    /** The technologies there is an adapter for. */
    public enum Type {
        /** Embedded, durable, one file. */
        SQLITE,
        /** Google's, or its emulator. */
        FIRESTORE,
        /** Counts what it is given and forgets it: for load tests. */
        NONE
    }

    public StoreSettings {
        type = type == null ? Type.SQLITE : type;
        file = file == null ? Path.of("dateline.db") : file;
    }
}
