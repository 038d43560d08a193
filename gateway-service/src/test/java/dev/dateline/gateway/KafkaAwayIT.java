package dev.dateline.gateway;

import static dev.dateline.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** A broker that goes away and comes back, or is not there yet. */
class KafkaAwayIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int CLIENTS = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);

    @TempDir
    Path folder;

    TestBroker broker;

    @BeforeEach
    void makeBroker() throws Exception {
        broker = new TestBroker(folder);
    }

    @AfterEach
    void stop() {
        broker.close();
        threads.shutdownNow();
    }

    @Test
    void says503ToEveryoneInTimeAndRecoversByItself() {
        broker.start();
        try (var gateway = new TestGateway(broker, 0)) {
            gateway.post(post("before")).expectStatus().isCreated();

            broker.stop();
            List<CompletableFuture<Duration>> refusals = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> timeToRefuse(gateway, "away-" + i), threads))
                    .toList();
            assertThat(refusals).allSatisfy(time -> assertThat(time.join()).isLessThan(TIMEOUT.plusSeconds(1)));
            for (int i = 0; i < 3; i++) {
                assertThat(timeToRefuse(gateway, "later-" + i)).isLessThan(Duration.ofSeconds(1));
            }
            gateway.get("/actuator/health").expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            gateway.get("/actuator/health/readiness").expectStatus().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            gateway.get("/actuator/health/liveness").expectStatus().isOk();

            broker.start();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> gateway.post(post("after")).expectStatus().isCreated());
            assertThat(broker.post("before").key()).isEqualTo("before");
            assertThat(broker.post("after").key()).isEqualTo("after");
        }
    }

    @Test
    void waitsForABrokerThatIsNotThereYet() throws IOException {
        int port = freePort();
        CompletableFuture<TestGateway> starting =
                CompletableFuture.supplyAsync(() -> new TestGateway(broker, port), threads);
        WebTestClient probe = TestGateway.client(port);
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> probe.get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));
        assertThat(starting).isNotDone();
        ResponseSpec tooEarly = TestGateway.post(probe, post("early"));
        tooEarly.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        assertThat(problem(tooEarly, HttpStatus.SERVICE_UNAVAILABLE)
                        .path("detail")
                        .asString())
                .contains("not ready");

        broker.start();
        try (TestGateway gateway = starting.join()) {
            gateway.post(post("first")).expectStatus().isCreated();
            assertThat(broker.partitionsOfPosts()).isEqualTo(3);
        }
    }

    private static Duration timeToRefuse(TestGateway gateway, String id) {
        Instant begin = Instant.now();
        ResponseSpec answer = gateway.post(post(id));
        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        JsonNode problem = problem(answer, HttpStatus.SERVICE_UNAVAILABLE);
        // Kafka was asked, or known to be away.
        assertThat(problem.path("id").asString(id)).isEqualTo(id);
        return Duration.between(begin, Instant.now());
    }

    private static String post(String id) {
        return "{\"publication\": \"P\", \"content\": \"c\", \"id\": \"%s\"}".formatted(id);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
