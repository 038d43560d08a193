package dev.dateline.gateway;

import static dev.dateline.gateway.TestGateway.KEY;
import static dev.dateline.gateway.TestGateway.OTHER_KEY;
import static dev.dateline.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What each key may use, and how it is told. */
class LimitsIT {

    private static final String JSON = "application/json";
    private static final String POST = "{\"publication\": \"P\", \"content\": \"c\"}";

    static TestBroker broker;
    static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.cleared();
        gateway = new TestGateway(
                broker,
                0,
                "--dateline.gateway.keys[1].name=other",
                "--dateline.gateway.keys[1].sha256=" + TestGateway.OTHER_KEY_HASH,
                "--dateline.gateway.limits.bytes-per-second=100KB",
                "--dateline.gateway.limits.in-flight=2",
                "--dateline.gateway.send-timeout=900ms",
                "--dateline.gateway.read-timeout=1s");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void tooManyRequestsAreToldWhenToComeAgainAndOtherKeysGoOn() {
        try (var slow = new TestGateway(
                broker,
                0,
                "--dateline.gateway.keys[1].name=other",
                "--dateline.gateway.keys[1].sha256=" + TestGateway.OTHER_KEY_HASH,
                "--dateline.gateway.limits.requests-per-second=1")) {
            ResponseSpec refused = await().atMost(Duration.ofMinutes(1))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(
                            () -> post(slow, KEY, POST),
                            answer -> status(answer) == HttpStatus.TOO_MANY_REQUESTS.value());

            refused.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "1");
            refused.expectHeader().valueEquals("RateLimit-Policy", "\"requests\";q=1;w=1");
            refused.expectHeader().valueEquals("RateLimit", "\"requests\";r=0;t=1");
            post(slow, OTHER_KEY, POST).expectStatus().isCreated();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> post(slow, KEY, POST).expectStatus().isCreated());
        }
    }

    @Test
    void aBodyThatWouldBeTooManyBytesIsRefusedUnread() {
        String large = "{\"publication\": \"P\", \"content\": \"%s\"}".formatted("x".repeat(60_000));

        ResponseSpec refused = await().atMost(Duration.ofMinutes(1))
                .until(() -> post(OTHER_KEY, large), answer -> status(answer) == HttpStatus.TOO_MANY_REQUESTS.value());

        refused.expectHeader().valueEquals("RateLimit-Policy", "\"bytes\";q=102400;w=1");
    }

    @Test
    void aStreamIsSlowedDownInstead() throws IOException {
        String body = IntStream.range(0, 200)
                .mapToObj(i -> "{\"publication\": \"P\", \"content\": \"%s\"}\n".formatted("x".repeat(1_500)))
                .collect(Collectors.joining());
        Instant begin = Instant.now();
        try (var stream = new BulkSocket(gateway.port())) {
            stream.send(body).end();

            assertThat(stream.rest()).hasSize(200);
        }
        // 300 KB, of which 100 KB may come at once.
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void moreRequestsAtOnceThanAllowedAreRefused() throws IOException {
        try (var one = new BulkSocket(gateway.port());
                var two = new BulkSocket(gateway.port())) {
            one.send(POST + "\n").receipt();
            two.send(POST + "\n").receipt();

            ResponseSpec refused = post(KEY, POST);

            refused.expectHeader().valueEquals("RateLimit-Policy", "\"in-flight\";q=2");
            problem(refused, HttpStatus.TOO_MANY_REQUESTS);
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> post(KEY, POST).expectStatus().isCreated());
    }

    @Test
    void aStreamThatStopsSendingIsEndedAndEveryLineBeforeHasItsReceipt() throws IOException {
        try (var stream = new BulkSocket(gateway.port())) {
            stream.send(POST + "\n{\"publi");

            var receipts = stream.rest();

            assertThat(receipts).hasSize(2);
            assertThat(receipts.get(0).path("status").asString()).isEqualTo("accepted");
            assertThat(receipts.get(1).path("problem").path("status").asInt()).isEqualTo(408);
        }
    }

    @Test
    void headersThatDribbleInAreNotWaitedForForEver() throws Exception {
        try (var hasty = new TestGateway(broker, 0, "--dateline.gateway.header-timeout=1s");
                var socket = new Socket(InetAddress.getLoopbackAddress(), hasty.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("POST /post/enqueue HTTP/1.1\r\n".getBytes(StandardCharsets.US_ASCII));

            await().atMost(Duration.ofMinutes(1)).until(() -> isClosedAfter(socket, "X-Slow: 1\r\n"));
        }
    }

    private static boolean isClosedAfter(Socket socket, String more) {
        try {
            socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static ResponseSpec post(String key, String body) {
        return post(gateway, key, body);
    }

    private static ResponseSpec post(TestGateway gateway, String key, String body) {
        return gateway.at(HttpMethod.POST, "/post/enqueue", key, JSON)
                .bodyValue(body)
                .exchange();
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }
}
