package dev.dateline.standalone;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.Scope;
import dev.dateline.keys.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;

/** The local client's API key: its copy in {@code DIR/api-key}; the server keeps only hashes, in {@code DIR/keys.json}. */
final class LocalKey {

    private static final String NAME = "local";

    private final Path file;
    private final KeyFile keys;

    LocalKey(DataFolder folder) {
        this.file = folder.path().resolve("api-key");
        this.keys = KeyFile.in(folder.path());
    }

    Path file() {
        return file;
    }

    /** The server's keys, after making the first one if there is none. */
    KeyFile accepted() throws IOException {
        if (Files.notExists(file)) {
            Secret secret = Secret.random(NAME);
            // The hash goes first: a crash in between leaves a hash without a key, which opens nothing.
            accept(secret);
            SafeFile.write(file, secret.reveal() + "\n");
        } else if (Files.notExists(keys.path())) {
            accept(new Secret(Files.readString(file).strip()));
        }
        return keys;
    }

    private void accept(Secret secret) {
        keys.add(new ApiKey(NAME, secret.sha256(), EnumSet.allOf(Scope.class), Instant.now(), null));
    }
}
