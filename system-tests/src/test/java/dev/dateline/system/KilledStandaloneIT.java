package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything in one process, killed in the middle of its work. */
class KilledStandaloneIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KILLS = 3;
    private static final int EDITIONS = 12;

    @TempDir
    private Path folder;

    private Process running;

    @AfterEach
    void end() throws Exception {
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    @Test
    void countsEveryArticleOnceThoughItIsKilledThreeTimesDuringTheUpload() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var dateline = DatelineJar.in(folder, Map.of());
        String articles = Articles.shuffled(folder, EDITIONS, random).toString();

        for (int kill = 0; kill < KILLS; kill++) {
            up(dateline);
            Process upload = dateline.start(folder.resolve("upload"), folder.resolve("upload.err"), "upload", articles);
            assertThat(running.waitFor(2_000 + random.nextInt(4_000), TimeUnit.MILLISECONDS))
                    .isFalse();
            running.destroyForcibly().waitFor();
            upload.destroyForcibly().waitFor();
        }
        up(dateline);
        var upload = dateline.run("upload", articles);
        var drain = dateline.run("drain", "--timeout", "2m");
        var verify = dateline.run("verify", articles);

        assertThat(upload.lastLine()).isEqualTo("accepted %d, rejected 0, skipped 0".formatted(68 * EDITIONS));
        assertThat(drain.exitCode()).as(drain.err()).isZero();
        assertThat(verify.lastLine())
                .as("seed %d, %s", seed, verify)
                .matches("8 publications, \\d+ entities, 0 differ");
        assertThat(verify.exitCode()).isZero();
    }

    @Test
    void endsInTimeWhenItIsTold() throws Exception {
        var dateline = DatelineJar.in(folder, Map.of());
        up(dateline);

        running.destroy();

        assertThat(running.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).isEqualTo(143);
        assertThat(running.descendants()).isEmpty();
        assertThat(Files.readString(folder.resolve("up.err"))).isEmpty();
    }

    @Test
    void refusesAFolderThatIsInUse() throws Exception {
        var dateline = DatelineJar.in(folder, Map.of());
        up(dateline);

        var second = dateline.run("up", "--port", "0", "--explorer-port", "0");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err().lines())
                .singleElement()
                .asString()
                .contains("already running", Long.toString(running.pid()));
        assertThat(running.isAlive()).isTrue();
    }

    private void up(DatelineJar dateline) throws IOException {
        Path out = folder.resolve("up.out");
        Files.deleteIfExists(out);
        running = dateline.start(out, folder.resolve("up.err"), "up", "--port", "0", "--explorer-port", "0");
        await().atMost(PATIENCE).until(() -> {
            assertThat(running.isAlive())
                    .as(() -> read(folder.resolve("up.err")))
                    .isTrue();
            return read(out).lines().anyMatch(line -> line.startsWith("ready:"));
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
