package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first command that anyone types. */
class NewcomerIT {

    private static final Path JDKS = Path.of("/usr/lib/jvm");

    private static final long PATIENCE_MINUTES = 5;

    @TempDir
    private Path folder;

    private final List<Demo> demos = new ArrayList<>();

    private record Demo(Path java, Process process, Path out, Path err) {}

    @AfterEach
    void end() throws InterruptedException {
        for (Demo demo : demos) {
            demo.process.destroyForcibly().waitFor();
        }
    }

    /** All at once: most of what each does is to start, which keeps one core busy. */
    @Test
    void tellsItsStoryAndNothingElseOnTheOtherJdksToo() throws Exception {
        for (Path java : javas()) {
            demos.add(start(java));
        }

        for (Demo demo : demos) {
            assertThat(demo.process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES))
                    .as("%s ends", demo.java)
                    .isTrue();
            assertThat(demo.err).content().as("errors of %s", demo.java).isEmpty();
            assertThat(demo.process.exitValue())
                    .as("exit code of %s", demo.java)
                    .isZero();
            assertThat(demo.out)
                    .content()
                    .as("output of %s", demo.java)
                    // A publication's name is written as the latest article has it: one writes it in capitals.
                    .containsIgnoringCase("The Harbour Post")
                    .contains("68 articles", "8 publications", "Margaret Ashdown")
                    .doesNotContain("\u001b[");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    private Demo start(Path java) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        var dateline = DatelineJar.launched(folder, java.getParent().getParent());
        return new Demo(java, dateline.start(out, err, "demo"), out, err);
    }

    /** Those that Debian keeps beside this one, from 17 on; this one, which all other tests run with, where there is no other. */
    private static List<Path> javas() throws IOException {
        Path own = real(Path.of(System.getProperty("java.home"), "bin/java"));
        if (!Files.isDirectory(JDKS)) {
            return List.of(own);
        }
        try (Stream<Path> jdks = Files.list(JDKS)) {
            List<Path> others = jdks.map(jdk -> jdk.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .map(NewcomerIT::real)
                    .distinct()
                    .filter(java -> !java.equals(own))
                    .filter(java -> Runtime.Version.parse(release(java)).feature() >= 17)
                    .toList();
            return others.isEmpty() ? List.of(own) : others;
        }
    }

    private static Path real(Path java) {
        try {
            return java.toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String release(Path java) {
        try (Stream<String> lines = Files.lines(java.resolveSibling("../release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll(".*\"(.*)\"", "$1"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
