package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder on a disk that fills up, and has room again. */
@Tag("long")
class ShortOfRoomIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ARTICLES = 816;
    private static final long MIB = 1024 * 1024;

    /** What the gateway wants to be free, and a little that is soon used up. */
    private static final long LEFT_FREE = 513 * MIB;

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
        String articles = Articles.file(folder, ARTICLES, new Random(1)).toString();
        var dateline = DatelineJar.in(folder, Map.of());
        Path out = folder.resolve("up.out");
        up = dateline.start(
                out, folder.resolve("up.err"), "up", "--data", data.toString(), "--port", "0", "--explorer-port", "0");
        await().atMost(PATIENCE).until(() -> Files.readString(out).contains("ready:"));
        var client = DatelineJar.in(folder, endpoints(Files.readString(data.resolve("running.properties"))));
        Path ballast = data.resolve("ballast");
        write(ballast, data.toFile().getUsableSpace() - LEFT_FREE);

        Path said = folder.resolve("upload.out");
        Process upload = client.start(said, folder.resolve("upload.err"), "upload", "--patience", "5m", articles);
        await().atMost(PATIENCE).until(() -> Files.readString(said).contains("the disk is nearly full"));
        assertThat(up.isAlive()).isTrue();
        Files.delete(ballast);

        assertThat(upload.waitFor())
                .as(Files.readString(folder.resolve("upload.err")))
                .isZero();
        assertThat(Files.readString(said)).contains("accepted %d, rejected 0, skipped 0".formatted(ARTICLES));
        assertThat(client.run("drain", "--timeout", "3m").exitCode()).isZero();
        assertThat(client.run("verify", articles).lastLine()).endsWith(" 0 differ");
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
