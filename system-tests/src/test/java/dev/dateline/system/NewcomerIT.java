package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first command that anyone types. */
class NewcomerIT {

    private static final Path JDKS = Path.of("/usr/lib/jvm");

    @ParameterizedTest
    @MethodSource("javas")
    void tellsItsStoryAndNothingElseOnEveryJdkThatIsHere(Path java, @TempDir Path folder) throws IOException {
        var demo = DatelineJar.launched(java, folder).run("demo");

        assertThat(demo.err()).isEmpty();
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out())
                // A publication's name is written as the latest article has it: one writes it in capitals.
                .containsIgnoringCase("The Harbour Post")
                .contains("68 articles", "8 publications", "Margaret Ashdown")
                .doesNotContain("\u001b[");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(Files::isDirectory)).isEmpty();
        }
    }

    /** This one, and those that Debian keeps beside it, from 17 on. */
    static Stream<Path> javas() throws IOException {
        Path own = DatelineJar.ownJava();
        if (!Files.isDirectory(JDKS)) {
            return Stream.of(real(own));
        }
        try (Stream<Path> jdks = Files.list(JDKS)) {
            return Stream.concat(Stream.of(own), jdks.map(jdk -> jdk.resolve("bin/java")))
                    .filter(Files::isExecutable)
                    .map(NewcomerIT::real)
                    .distinct()
                    .filter(java -> Runtime.Version.parse(release(java)).feature() >= 17)
                    .toList()
                    .stream();
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
