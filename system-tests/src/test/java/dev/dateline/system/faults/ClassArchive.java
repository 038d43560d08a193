package dev.dateline.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the processes, and its classes as a JVM has them in memory, in a file: with it a service costs half as much to
 * start, and a script of faults is mostly starts.
 */
final class ClassArchive {

    private final Path file;

    /** Makes it, in the folder: starts an extractor, whose classes are most of what the others need, as far as it gets without Kafka. */
    ClassArchive(Path folder) {
        file = folder.resolve("classes.jsa");
        List<String> command = List.of(
                java(),
                "-cp",
                jars().collect(Collectors.joining(":")),
                "-XX:ArchiveClassesAtExit=" + file,
                "-XX:TieredStopAtLevel=1",
                // The archive is of use to the same collector alone.
                "-XX:+UseSerialGC",
                "-Dspring.context.exit=onRefresh",
                "dev.dateline.extractor.ExtractorService",
                "--server.port=0");
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("archiving.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    /** What a JVM needs to use it; the folders come last, because an archive holds nothing of them. */
    List<String> options() {
        String classPath =
                Stream.concat(jars(), entries().filter(entry -> !isJar(entry))).collect(Collectors.joining(":"));
        return Files.exists(file)
                ? List.of("-cp", classPath, "-XX:SharedArchiveFile=" + file)
                : List.of("-cp", classPath);
    }

    private static Stream<String> jars() {
        return entries().filter(ClassArchive::isJar);
    }

    private static boolean isJar(String entry) {
        return entry.endsWith(".jar");
    }

    private static Stream<String> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"));
    }
}
