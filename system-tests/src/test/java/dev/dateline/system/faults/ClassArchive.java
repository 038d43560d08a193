package dev.dateline.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the processes, and its classes as a JVM has them in memory, in a file: with it a service costs half as much to
 * start, and a script of faults is mostly starts. Both are what the launcher unpacked and archived of {@code dateline.jar}.
 */
final class ClassArchive {

    /** Made by cli's build, which {@code -am} makes part of this one. */
    private static final Path HOME =
            Path.of("../cli/target/home").toAbsolutePath().normalize();

    private static final Path UNPACKED = HOME.resolve("cli/target/dateline");

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private final List<String> options;

    /** Lets the launcher make what is missing. */
    ClassArchive() throws IOException {
        prepare();
        options = Stream.concat(
                        Stream.of("-cp", UNPACKED.resolve("dateline.jar") + ":" + folders()),
                        newestArchive().map(archive -> "-XX:SharedArchiveFile=" + archive))
                .toList();
    }

    static String java() {
        return JAVA_HOME.resolve("bin/java").toString();
    }

    /** What a JVM needs to use it. */
    List<String> options() {
        return options;
    }

    private static void prepare() throws IOException {
        ProcessBuilder launcher = new ProcessBuilder(
                        "sh", HOME.resolve("dateline").toString(), "prepare")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        launcher.environment().put("JAVA_HOME", JAVA_HOME.toString());
        try {
            if (launcher.start().waitFor() != 0) {
                throw new IllegalStateException("%s/dateline prepare fails; try it".formatted(HOME));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tests' classes, and how their logs are written. Last, because an archive holds nothing of folders. */
    private static String folders() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .filter(entry -> !entry.endsWith(".jar"))
                .collect(Collectors.joining(":"));
    }

    /** Of this JDK, unless another build used another one since; none where it can't make any. */
    private static Stream<Path> newestArchive() throws IOException {
        try (Stream<Path> files = Files.list(UNPACKED)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".jsa") && file.toFile().length() > 0)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .stream();
        }
    }
}
