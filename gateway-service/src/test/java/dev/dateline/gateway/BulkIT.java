package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code POST /posts} over a plain socket, which shows when what is sent and answered. */
class BulkIT {

    private static final int MIB = 1024 * 1024;

    static TestBroker broker;
    static TestGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.cleared();
        gateway = new TestGateway(broker, 0);
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void everyLineHasItsReceiptInOrder() throws IOException {
        int posts = 5_000;
        String body =
                IntStream.range(0, posts).mapToObj(i -> post("order-" + i)).collect(Collectors.joining());
        try (var stream = new BulkSocket(gateway.port())) {
            stream.send(body).end();

            for (int i = 0; i < posts; i++) {
                JsonNode receipt = stream.receipt();
                assertThat(receipt.path("line").asInt()).isEqualTo(i + 1);
                assertThat(receipt.path("id").asString()).isEqualTo("order-" + i);
                assertThat(receipt.path("status").asString()).isEqualTo("accepted");
            }
            assertThat(stream.receipt()).isNull();
        }
        assertThat(broker.post("order-4999").key()).isEqualTo("order-4999");
    }

    @Test
    void aReceiptComesWhileTheBodyGoesOn() throws IOException {
        try (var stream = new BulkSocket(gateway.port())) {
            for (int i = 0; i < 3; i++) {
                stream.send(post("live-" + i));
                assertThat(stream.receipt().path("id").asString()).isEqualTo("live-" + i);
            }
            stream.send("{\"publication\": \"P\"");
            stream.send(", \"content\": \"c\", \"id\": \"in-pieces\"}\n");
            assertThat(stream.receipt().path("id").asString()).isEqualTo("in-pieces");
        }
    }

    @Test
    void aBadLineHarmsNoOther() throws IOException {
        String tooLong = "{\"content\": \"" + "x".repeat(2 * MIB) + "\"}\n";
        try (var stream = new BulkSocket(gateway.port())) {
            stream.send("nonsense\n\n \r\n").send(post("good-1")).send(tooLong).send("{\"publication\": 7}\r\n");
            stream.send("\u0000\n[[[[[\n").send(post("good-2").strip()).end();

            List<JsonNode> receipts = stream.rest();

            assertThat(receipts).extracting(r -> r.path("line").asInt()).containsExactly(1, 4, 5, 6, 7, 8, 9);
            assertThat(receipts)
                    .extracting(r -> r.path("problem").path("status").asInt())
                    .containsExactly(400, 0, 413, 422, 400, 400, 0);
            assertThat(receipts)
                    .extracting(r -> r.path("status").asString())
                    .containsExactly(
                            "rejected", "accepted", "rejected", "rejected", "rejected", "rejected", "accepted");
            assertThat(receipts.get(3)
                            .path("problem")
                            .path("errors")
                            .path(0)
                            .path("field")
                            .asString())
                    .isEqualTo("publication");
        }
    }

    @Test
    void aLineIsInTheTopicAsItCame() throws IOException {
        String line = "{\"content\": \"\\u00c9va\",  \"publication\": \"P\", \"id\": \"as-it-came\"}";
        try (var stream = new BulkSocket(gateway.port())) {
            stream.send(line + "\n").end();
            assertThat(stream.rest()).hasSize(1);
        }
        assertThat(broker.post("as-it-came").value())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(line);
    }

    @Test
    void anEmptyBodyHasNoReceipts() throws IOException {
        try (var stream = new BulkSocket(gateway.port())) {
            assertThat(stream.end().rest()).isEmpty();
        }
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        String body = IntStream.range(0, 1_000).mapToObj(i -> post("zip-" + i)).collect(Collectors.joining());
        try (var stream = new BulkSocket(gateway.port(), "Content-Encoding: gzip")) {
            stream.send(gzip(body)).end();

            assertThat(stream.rest())
                    .hasSize(1_000)
                    .allSatisfy(r -> assertThat(r.path("status").asString()).isEqualTo("accepted"));
        }
    }

    @Test
    void twoMembersOfGzipAreOneBody() throws IOException {
        try (var stream = new BulkSocket(gateway.port(), "Content-Encoding: gzip")) {
            stream.send(gzip(post("member-1"))).send(gzip(post("member-2"))).end();

            assertThat(stream.rest()).extracting(r -> r.path("id").asString()).containsExactly("member-1", "member-2");
        }
    }

    @Test
    void gzipThatEndsTooEarlyIsTheLastReceipt() throws IOException {
        byte[] whole = gzip(post("cut-1") + post("cut-2").repeat(2_000));
        try (var stream = new BulkSocket(gateway.port(), "Content-Encoding: gzip")) {
            stream.send(Arrays.copyOf(whole, whole.length - 20)).end();

            List<JsonNode> receipts = stream.rest();
            JsonNode last = receipts.get(receipts.size() - 1);
            assertThat(receipts.get(0).path("id").asString()).isEqualTo("cut-1");
            assertThat(last.path("problem").path("status").asInt()).isEqualTo(400);
            assertThat(last.path("problem").path("detail").asString()).contains("middle of its gzip");
        }
    }

    @Test
    void aBombIsCutOff() throws IOException {
        try (var stream = new BulkSocket(gateway.port(), "Content-Encoding: gzip")) {
            stream.send(gzip(" ".repeat(100 * MIB))).end();

            List<JsonNode> receipts = stream.rest();
            assertThat(receipts.get(receipts.size() - 1)
                            .path("problem")
                            .path("detail")
                            .asString())
                    .contains("grows more than 100 times");
        }
    }

    @Test
    void aClientThatReadsNoReceiptsIsHeldBackAndMemoryIsBounded() throws Exception {
        byte[] lines = post("unread").repeat(1_000).getBytes(StandardCharsets.UTF_8);
        long most = 200L * MIB;
        try (var stream = new BulkSocket(gateway.port())) {
            var sent = new AtomicLong();
            var sender = new Thread(() -> {
                try {
                    while (sent.get() < most) {
                        stream.send(lines);
                        sent.addAndGet(lines.length);
                    }
                } catch (IOException e) {
                    // The test has seen enough and closed it.
                }
            });
            sender.start();

            var last = new AtomicLong(-1);
            await().pollInterval(Duration.ofSeconds(1))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> last.getAndSet(sent.get()) == sent.get());
            assertThat(sent).hasValueLessThan(most);
        }
    }

    private static String post(String id) {
        return "{\"publication\": \"P\", \"content\": \"Some text.\", \"id\": \"%s\"}\n".formatted(id);
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(bytes)) {
            zipped.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
