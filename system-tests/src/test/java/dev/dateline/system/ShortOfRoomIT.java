package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that is away until the topics have filled the disk, and then is there again. */
@Tag("long")
class ShortOfRoomIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ARTICLES = 1_000;

    /** Together twice of what fits. */
    private static final int CHARACTERS = 20_000;

    private static final long MIB = 1024 * 1024;

    /** What the gateway wants to be free, and room for half of the articles. */
    private static final long LEFT_FREE = (512 + 10) * MIB;

    @TempDir
    private Path folder;

    private Path data;
    private Process up;

    @BeforeEach
    void mount() throws Exception {
        data = Files.createDirectory(folder.resolve("disk"));
        boolean isMounted = run("mount", "-t", "tmpfs", "-o", "size=700m", "dateline-test", data.toString()) == 0;
        if (!isMounted) {
            System.out.println("left out: a disk that fills up (only root may mount a small one)");
        }
        Assumptions.assumeTrue(isMounted, "may not mount");
    }

    @AfterEach
    void unmount() throws Exception {
        if (up != null) {
            up.destroyForcibly().waitFor();
        }
        run("umount", "-l", data.toString());
    }

    @Test
    void postsAreRefusedBeforeTheDiskIsFullAndNothingIsLost() throws Exception {
        String articles = articles().toString();
        var dateline = DatelineJar.in(folder, Map.of());
        Path out = folder.resolve("up.out");
        up = dateline.start(
                out, folder.resolve("up.err"), "up", "--data", data.toString(), "--port", "0", "--explorer-port", "0");
        await().atMost(PATIENCE).until(() -> Files.readString(out).contains("ready:"));
        Map<String, String> endpoints = endpoints(Files.readString(data.resolve("running.properties")));
        var client = DatelineJar.in(folder, endpoints);
        Path ballast = data.resolve("ballast");
        write(ballast, data.toFile().getUsableSpace() - LEFT_FREE);
        long before = memory();

        Process upload;
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("dateline.db"));
                var lock = store.createStatement()) {
            lock.execute("BEGIN IMMEDIATE");
            upload = client.start(
                    folder.resolve("upload.out"), folder.resolve("upload.err"), "upload", "--patience", "9m", articles);
            HttpResponse<String> refused =
                    await().atMost(PATIENCE).until(() -> post(endpoints), answer -> answer.statusCode() == 503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("the disk is nearly full");
            assertThat(up.isAlive()).isTrue();
            System.out.printf("store away, disk full: %d MiB of memory before, %d MiB after%n", before, memory());
            Files.delete(ballast);
            lock.execute("ROLLBACK");
        }

        assertThat(upload.waitFor())
                .as(Files.readString(folder.resolve("upload.err")))
                .isZero();
        assertThat(Files.readString(folder.resolve("upload.out")))
                .contains("accepted %d, rejected 0, skipped 0".formatted(ARTICLES));
        assertThat(client.run("drain", "--timeout", "9m").exitCode()).isZero();
        assertThat(client.run("verify", articles).lastLine()).endsWith(" 0 differ");
    }

    /** The first of the articles once more: under its id it counts once. */
    private HttpResponse<String> post(Map<String, String> endpoints) throws Exception {
        String key = Files.readString(Path.of(endpoints.get("DATELINE_API_KEY_FILE")))
                .strip();
        try (Stream<String> articles = Files.lines(folder.resolve("articles.ndjson"))) {
            var request = HttpRequest.newBuilder(URI.create(endpoints.get("DATELINE_URL") + "/post/enqueue"))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            articles.findFirst().orElseThrow()))
                    .build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** Of letters at random: the broker finds little to compress. */
    private Path articles() throws IOException {
        var random = new Random(1);
        List<String> lines = IntStream.range(0, ARTICLES)
                .mapToObj(i -> "{\"id\": \"%d\", \"publication\": \"Noise\", \"content\": \"Ada Lovelace %s\"}"
                        .formatted(i, noise(random)))
                .toList();
        return Files.write(folder.resolve("articles.ndjson"), lines);
    }

    private static String noise(Random random) {
        return random.ints(CHARACTERS, 0, 27)
                .mapToObj(letter -> letter == 26 ? " " : Character.toString('a' + letter))
                .collect(Collectors.joining());
    }

    /** Of the whole process, in MiB. */
    private long memory() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(up.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        }
    }

    private static Map<String, String> endpoints(String running) {
        return Map.of(
                "DATELINE_URL", property(running, "gateway"),
                "DATELINE_EXPLORER_URL", property(running, "explorer"),
                "DATELINE_API_KEY_FILE", property(running, "api-key-file"));
    }

    private static String property(String running, String name) {
        return running.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1).replace("\\:", ":"))
                .findFirst()
                .orElseThrow();
    }

    /** Pages of zeros count too, where holes would not. */
    private static void write(Path file, long bytes) throws IOException {
        byte[] mebibyte = new byte[(int) MIB];
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            for (long left = bytes; left > 0; left -= MIB) {
                out.write(mebibyte, 0, (int) Math.min(left, MIB));
            }
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
