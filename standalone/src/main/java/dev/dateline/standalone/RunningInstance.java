package dev.dateline.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What runs on a data folder, as it says itself in {@code DIR/running.properties}. */
public record RunningInstance(long pid, URI gateway, URI explorer, Path apiKeyFile) {

    /** The instance that runs on the folder, if one does: the file alone is no proof, its process must live. */
    public static Optional<RunningInstance> in(Path data) {
        throw new UnsupportedOperationException(data.toString());
    }
}
