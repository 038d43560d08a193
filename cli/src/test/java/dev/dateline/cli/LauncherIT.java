package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher makes ahead of all starts. */
class LauncherIT {

    /** Made by this module's build: the launcher and the jar at their places, without sources. */
    private static final Path HOME = Path.of("target/home").toAbsolutePath();

    private static final long PATIENCE_MINUTES = 5;

    @TempDir
    private Path folder;

    @Test
    void archivesTheClassesOnceForAJdkAndEveryLaterStartUsesThem() throws Exception {
        for (Path archive : archives()) {
            Files.delete(archive);
        }

        assertThat(prepare("")).contains("Preparing a faster start with this JDK, once");
        assertThat(archives())
                .singleElement()
                .satisfies(archive -> assertThat(archive).isNotEmptyFile());
        Path loaded = folder.resolve("loaded.txt");
        assertThat(prepare("-Xlog:class+load:file=" + loaded)).isEmpty();
        assertThat(loaded).content().containsPattern("dev.dateline.cli.Dateline source: shared objects file \\(top\\)");
    }

    private static List<Path> archives() throws IOException {
        Path unpacked = HOME.resolve("cli/target/dateline");
        if (!Files.isDirectory(unpacked)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(unpacked)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    /** What it says, errors included. */
    private String prepare(String javaOptions) throws Exception {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", HOME.resolve("dateline").toString(), "prepare")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("DATELINE_JAVA_OPTS", javaOptions);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        return Files.readString(said);
    }
}
