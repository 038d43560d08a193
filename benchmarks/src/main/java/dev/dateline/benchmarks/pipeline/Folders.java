package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of data. */
final class Folders {

    private Folders() {}

    /** The disk's blocks that it takes: Kafka's indexes are far shorter than their length. */
    static long size(Path folder) throws IOException {
        Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
        String text = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Long.parseLong(text.strip().split("\\s+")[0]) * 1024;
    }

    /** Of all files that begin so: a database and what lies beside it. */
    static long sizeOfFiles(Path prefix) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(prefix.resolveSibling("."))) {
            for (Path file : files.toList()) {
                if (file.getFileName()
                        .toString()
                        .startsWith(prefix.getFileName().toString())) {
                    size += Files.size(file);
                }
            }
        }
        return size;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
