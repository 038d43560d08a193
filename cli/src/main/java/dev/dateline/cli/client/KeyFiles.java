package dev.dateline.cli.client;

import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** API keys, each in a file of its own. */
final class KeyFiles {

    private KeyFiles() {}

    /** @throws Failure that names the file */
    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw Failure.failed("no API key: %s does not exist; name its file with --api-key-file".formatted(file), e);
        } catch (IOException e) {
            throw Failure.failed("no API key: %s can't be read".formatted(file), e);
        }
    }
}
