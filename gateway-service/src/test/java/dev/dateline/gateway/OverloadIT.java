package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.ApiKeys;
import dev.dateline.keys.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than the gateway takes, and changes while it is busy. {@code -Plong} makes minutes of the seconds. */
class OverloadIT {

    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("overload.seconds", 2));

    /** What it may take a second; the load asks as fast as it can, which is far over ten times as much. */
    private static final int LIMIT = 20;

    @TempDir
    Path folder;

    TestBroker broker;

    @BeforeEach
    void clearBroker() throws Exception {
        broker = TestBroker.cleared();
    }

    @Test
    void everythingThatWasAnswered201IsInTheTopicAndTheRestWasTold() throws Exception {
        try (var gateway = new TestGateway(broker, 0, "--dateline.gateway.limits.requests-per-second=" + LIMIT)) {
            var load = new SteadyLoad(gateway.port(), TestGateway.KEY, 32);
            await().atMost(LENGTH.plusMinutes(1)).until(() -> load.elapsed().compareTo(LENGTH) > 0);
            Set<String> taken = load.end();

            assertThat(load.statuses().keySet()).contains(201, 429).isSubsetOf(Set.of(201, 429, 503));
            assertThat(load.statuses().get(429))
                    .isGreaterThan(9 * load.statuses().get(201));
            assertThat(new TreeSet<>(broker.ids())).containsAll(taken);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> gateway.post("{\"publication\": \"P\", \"content\": \"c\"}")
                            .expectStatus()
                            .isCreated());
        }
    }

    @Test
    void aKeyIsRotatedWithoutOneRefusedRequestAndTheOldOneIsRefusedWithin5Seconds() throws Exception {
        Path keys = folder.resolve("keys.json");
        Secret before = Secret.random("before");
        Secret after = Secret.random("after");
        ApiKey first = new ApiKey("before", before.sha256(), null, null, null);
        ApiKey second = new ApiKey("after", after.sha256(), null, null, null);
        write(keys, first);
        try (var gateway = new TestGateway(broker, 0, "--dateline.gateway.key-file=" + keys)) {
            var load = new SteadyLoad(gateway.port(), before.reveal(), 8);
            await().atMost(Duration.ofMinutes(1)).until(() -> load.done() > 100);

            write(keys, first, second);
            await().atMost(Duration.ofSeconds(5)).until(() -> isTaken(gateway, after));
            load.use(after.reveal());
            long done = load.done();
            await().atMost(Duration.ofMinutes(1)).until(() -> load.done() > done + 100);
            write(keys, first.endingAt(Instant.now()), second);
            await().atMost(Duration.ofSeconds(5)).until(() -> !isTaken(gateway, before));
            load.end();

            assertThat(load.statuses()).containsOnlyKeys(201);
        }
    }

    private static boolean isTaken(TestGateway gateway, Secret key) throws IOException {
        try (var connection = new PostConnection(gateway.port())) {
            return connection.post(key.reveal(), "probe") == 201;
        }
    }

    /** Whole or not at all, as the command line does. */
    private void write(Path file, ApiKey... keys) throws IOException {
        Path whole = Files.writeString(folder.resolve("new"), new ApiKeys(List.of(keys)).json());
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
