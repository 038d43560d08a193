package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.standalone.RunningInstance;
import dev.dateline.store.CountQueries;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Everything in one process: started in the background, killed in the middle of its work, and ended as it should be at last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledStandaloneIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int KILLS = 2;

    /** Sent ahead of what is counted: work for a dozen transactions, so that a kill finds some wherever it falls. */
    private static final int AHEAD = 60;

    /** At most this many of a round's articles are counted when the kill comes. */
    private static final int MOST_COUNTED = 40;

    @TempDir
    private static Path folder;

    private static DatelineJar dateline;
    private static ProcessHandle running;
    private static Process lastStarted;

    @BeforeAll
    static void prepare() {
        // Small transactions and commits: more moments to be killed at.
        dateline = DatelineJar.launched(folder).with("-Ddateline.saver.linger=20ms");
    }

    @AfterAll
    static void end() {
        if (running != null) {
            kill();
        } else {
            dateline.run("down");
        }
    }

    /** Left to be the first that is killed. */
    @Test
    @Order(1)
    void startsInTheBackgroundAndTellsOnlyOfThatStart() throws Exception {
        Path log = Files.createDirectories(data().resolve("logs")).resolve("up.log");
        Files.writeString(log, "ready: gateway http://127.0.0.1:1, explorer http://127.0.0.1:1, API key in nowhere\n");

        var up = dateline.run("up", "--detach", "--port", "0", "--explorer-port", "0", "--batch-size", "5");

        assertThat(up.exitCode()).as(up.err()).isZero();
        running =
                ProcessHandle.of(RunningInstance.in(data()).orElseThrow().pid()).orElseThrow();
        assertThat(up.out())
                .containsOnlyOnce("ready: gateway http://127.0.0.1:")
                .doesNotContain("127.0.0.1:1,");
        assertThat(Files.readString(log)).containsOnlyOnce("ready: ");
        var status = dateline.run("status");
        assertThat(status.lines()).anyMatch(line -> line.matches("pipeline  0 posts accepted.*everything is counted"));
        assertThat(up.out()).contains(status.lines().get(1).replaceFirst("gateway +", "ready: gateway "));
    }

    @Test
    @Order(2)
    void countsEveryArticleOnceThoughItIsKilledTwiceDuringTheUpload() throws Exception {
        assertThat(running).as("left by the test before").isNotNull();
        long seed = System.nanoTime();
        var random = new Random(seed);
        Iterator<String> articles = Articles.endless(random);
        var sent = new ArrayList<String>();

        for (int kill = 0; kill < KILLS; kill++) {
            long countedBefore = counted();
            uploadUntilKilled(sent, articles, countedBefore + 1 + random.nextInt(MOST_COUNTED));
            assertThat(counted())
                    .as("seed %d, kill %d: articles in the store", seed, kill)
                    .isGreaterThan(countedBefore)
                    .isLessThan(sent.size());
            up();
        }
        String all = Files.write(folder.resolve("all.ndjson"), sent).toString();
        var upload = dateline.run("upload", all);
        var drain = dateline.run("drain", "--timeout", "2m");
        var verify = dateline.run("verify", all);

        assertThat(upload.lastLine()).isEqualTo("accepted %d, rejected 0, skipped 0".formatted(sent.size()));
        assertThat(drain.exitCode()).as(drain.err()).isZero();
        assertThat(verify.lastLine())
                .as("seed %d, %s", seed, verify)
                .matches("8 publications, \\d+ entities, 0 differ");
        assertThat(verify.exitCode()).isZero();
        assertThat(counted()).isEqualTo(sent.size());
    }

    @Test
    @Order(3)
    void refusesAFolderThatIsInUse() {
        assertThat(lastStarted).as("left by the test before").matches(Process::isAlive);

        var second = dateline.run("up", "--port", "0", "--explorer-port", "0");

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err().lines())
                .singleElement()
                .asString()
                .contains("already running", Long.toString(running.pid()));
        assertThat(running.isAlive()).isTrue();
    }

    @Test
    @Order(4)
    void endsInTimeWhenItIsTold() throws Exception {
        assertThat(lastStarted).as("left by the tests before").isNotNull();

        lastStarted.destroy();

        assertThat(lastStarted.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(lastStarted.exitValue()).isEqualTo(143);
        assertThat(lastStarted.descendants()).isEmpty();
        assertThat(read(folder.resolve("up.err"))).isEmpty();
        assertThat(dateline.run("status").exitCode()).isEqualTo(1);
    }

    private static void up() throws IOException {
        Path out = folder.resolve("up.out");
        Files.deleteIfExists(out);
        Process up = dateline.start(
                out, folder.resolve("up.err"), "up", "--port", "0", "--explorer-port", "0", "--batch-size", "5");
        lastStarted = up;
        running = up.toHandle();
        await().atMost(PATIENCE).until(() -> {
            assertThat(up.isAlive()).as(() -> read(folder.resolve("up.err"))).isTrue();
            return read(out).lines().anyMatch(line -> line.startsWith("ready:"));
        });
    }

    private static void kill() {
        running.destroyForcibly();
        // Not until the process is gone: of one that nobody asked how it ended, it stays.
        await().atMost(PATIENCE).until(KilledStandaloneIT::isFree);
    }

    /**
     * Sends what was sent before once more, then new articles as long as it takes until so many are counted, and kills. The
     * upload has not ended then, and not all that it sent is counted.
     */
    private void uploadUntilKilled(List<String> sent, Iterator<String> articles, long untilCounted) throws Exception {
        Process upload = dateline.start(folder.resolve("upload.out"), folder.resolve("upload.err"), "upload", "-");
        try (Writer input = upload.outputWriter();
                CountQueries store = openStore()) {
            send(sent, input);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> {
                assertThat(upload.isAlive())
                        .as(() -> read(folder.resolve("upload.err")))
                        .isTrue();
                long counted = store.totals().articles();
                var more = new ArrayList<String>();
                while (sent.size() + more.size() < counted + AHEAD) {
                    more.add(articles.next());
                }
                sent.addAll(more);
                send(more, input);
                return counted >= untilCounted;
            });
            kill();
            upload.destroyForcibly().waitFor();
        }
    }

    private void send(List<String> articles, Writer input) {
        try {
            for (String article : articles) {
                input.write(article + "\n");
            }
            input.flush();
        } catch (IOException e) {
            throw new AssertionError("upload reads no more: " + read(folder.resolve("upload.err")), e);
        }
    }

    /** Whether the next one may have the folder. */
    private static boolean isFree() throws IOException {
        try (var file = FileChannel.open(data().resolve("lock"), StandardOpenOption.WRITE);
                var lock = file.tryLock()) {
            return lock != null;
        }
    }

    private static Path data() {
        return folder.resolve("dateline-data");
    }

    private static long counted() {
        try (CountQueries store = openStore()) {
            return store.totals().articles();
        }
    }

    private static CountQueries openStore() {
        return Stores.openToRead(
                new StoreSettings(StoreSettings.Type.SQLITE, data().resolve("dateline.db"), null, null));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
