package dev.dateline.recognition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Texts of our own writing, each full of what a tokeniser or a model may trip over. */
public final class SampleTexts {

    private SampleTexts() {}

    static List<Path> files() {
        try (var files = Files.list(Path.of("src/test/resources/texts"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> all() {
        return files().stream().map(SampleTexts::read).toList();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
