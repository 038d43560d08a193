package dev.dateline.gateway;

import static dev.dateline.gateway.TestGateway.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The contract says what is served, and what is served is in the contract: every answer, header and body. */
class ContractIT {

    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String POST = "{\"publication\": \"P\", \"content\": \"c\"}";

    /** HTTP's own. */
    private static final Set<String> TRANSPORT =
            Set.of("content-type", "content-length", "transfer-encoding", "connection", "date");

    @TempDir
    static Path folder;

    static TestBroker broker;
    static TestGateway gateway;
    static TestGateway strict;
    static TestGateway full;

    private final Contract contract = new Contract();
    private final Set<String> seen = new TreeSet<>();

    ContractIT() throws Exception {}

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.cleared();
        gateway = new TestGateway(broker, 0, "--dateline.gateway.keys[0].scopes=submit,admin");
        strict = new TestGateway(
                broker,
                0,
                "--dateline.gateway.keys[0].scopes=read",
                "--dateline.gateway.limits.requests-per-second=1",
                "--dateline.gateway.keys[1].name=submitter",
                "--dateline.gateway.keys[1].sha256=" + TestGateway.OTHER_KEY_HASH);
        full = new TestGateway(
                broker,
                0,
                "--dateline.gateway.room.folder=" + folder,
                "--dateline.gateway.room.min-free=8000000TB",
                "--dateline.gateway.send-timeout=400ms",
                "--dateline.gateway.read-timeout=500ms");
    }

    @AfterAll
    static void stop() {
        List.of(gateway, strict, full).forEach(TestGateway::close);
    }

    @Test
    void everyAnswerIsInTheContractAndEveryAnswerOfTheContractIsServed() {
        for (String path : List.of("/post/enqueue", "/posts")) {
            String type = path.equals("/posts") ? NDJSON : JSON;
            int taken = path.equals("/posts") ? 200 : 201;
            check(taken, path, gateway.at(HttpMethod.POST, path, KEY, type).bodyValue(POST + "\n"));
            check(401, path, gateway.at(HttpMethod.POST, path, null, type).bodyValue(POST));
            check(401, path, gateway.at(HttpMethod.POST, path, "wrong", type).bodyValue(POST));
            check(403, path, strict.at(HttpMethod.POST, path, KEY, type).bodyValue(POST));
            check(405, path, gateway.at(HttpMethod.PUT, path, KEY, type).bodyValue(POST));
            check(
                    415,
                    path,
                    gateway.at(HttpMethod.POST, path, KEY, "text/plain").bodyValue(POST));
            check(
                    415,
                    path,
                    gateway.at(HttpMethod.POST, path, KEY, type)
                            .header(HttpHeaders.CONTENT_ENCODING, "br")
                            .bodyValue(POST));
            check(
                    414,
                    path,
                    gateway.at(HttpMethod.POST, path + "?" + "a".repeat(4_096), KEY, type)
                            .bodyValue(POST));
            check(
                    431,
                    path,
                    gateway.at(HttpMethod.POST, path, KEY, type)
                            .header("Long", "a".repeat(8 * 1024))
                            .bodyValue(POST));
            check(503, path, full.at(HttpMethod.POST, path, KEY, type).bodyValue(POST));
            strict.at(HttpMethod.POST, path, TestGateway.OTHER_KEY, type)
                    .bodyValue(POST)
                    .exchange()
                    .expectBody()
                    .returnResult();
            check(
                    429,
                    path,
                    strict.at(HttpMethod.POST, path, TestGateway.OTHER_KEY, type)
                            .bodyValue(POST));
        }
        check(
                400,
                "/post/enqueue",
                gateway.at(HttpMethod.POST, "/post/enqueue", KEY, JSON).bodyValue("nonsense"));
        check(
                413,
                "/post/enqueue",
                gateway.at(HttpMethod.POST, "/post/enqueue", KEY, JSON).bodyValue("x".repeat(3 * 1024 * 1024)));
        check(
                422,
                "/post/enqueue",
                gateway.at(HttpMethod.POST, "/post/enqueue", KEY, JSON).bodyValue("{}"));
        check(200, "/posts", gateway.at(HttpMethod.POST, "/posts", KEY, NDJSON).bodyValue("nonsense\n{}\n" + POST));
        for (String page : List.of("/openapi", "/docs", "/actuator/health/liveness", "/actuator/health/readiness")) {
            check(200, page, gateway.at(HttpMethod.GET, page, null, null));
        }
        check(200, "/actuator/prometheus", gateway.at(HttpMethod.GET, "/actuator/prometheus", KEY, null));
        check(401, "/actuator/prometheus", gateway.at(HttpMethod.GET, "/actuator/prometheus", null, null));
        check(403, "/actuator/prometheus", full.at(HttpMethod.GET, "/actuator/prometheus", KEY, null));
        checkSlowSender();
        checkWithoutKafka();

        assertThat(seen).isEqualTo(contract.answers());
    }

    @Test
    void everyBodyHeaderAndParameterHasAnExampleThatIsOne() {
        assertThat(contract.exemplary()).hasSizeGreaterThan(30).allSatisfy(part -> {
            assertThat(part.has("example")).as(part.toString()).isTrue();
            JsonNode example = part.path("example");
            boolean isLines = example.isString() && example.asString().startsWith("{\"line\"");
            assertThat(contract.problems(part.path("schema"), example.toString()))
                    .isEmpty();
            if (isLines) {
                assertReceipts(example.asString());
            }
        });
    }

    @Test
    void isServedAsItIsInTheRepository() {
        gateway.get("/openapi").expectBody(JsonNode.class).isEqualTo(contract.document());
    }

    private void checkSlowSender() {
        try (var hasty = new TestGateway(
                broker, 0, "--dateline.gateway.send-timeout=400ms", "--dateline.gateway.read-timeout=500ms")) {
            Flux<DataBuffer> stuck = Flux.concat(Flux.just(buffer("{\"publication\": ")), Flux.never());
            check(
                    408,
                    "/post/enqueue",
                    hasty.at(HttpMethod.POST, "/post/enqueue", KEY, JSON).body(BodyInserters.fromDataBuffers(stuck)));
        }
    }

    private void checkWithoutKafka() {
        broker.stop();
        try {
            check(
                    503,
                    "/actuator/health/readiness",
                    gateway.at(HttpMethod.GET, "/actuator/health/readiness", null, null));
        } finally {
            broker.start();
        }
    }

    private void check(int status, String path, RequestHeadersSpec<?> request) {
        EntityExchangeResult<byte[]> answer =
                request.exchange().expectStatus().isEqualTo(status).expectBody().returnResult();
        String at = path + " " + status;
        seen.add(at);
        JsonNode said = contract.answer(path, status);
        HttpHeaders headers = answer.getResponseHeaders();
        headers.forEach((name, values) -> {
            if (!TRANSPORT.contains(name.toLowerCase())) {
                JsonNode header = contract.header(said, name);
                assertThat(header.isMissingNode()).as(at + " serves " + name).isFalse();
                assertThat(contract.problems(header.path("schema"), quoted(values.get(0))))
                        .as(at + " " + name)
                        .isEmpty();
            }
        });
        assertThat(contract.requiredHeaders(said))
                .as(at)
                .allSatisfy(name -> assertThat(headers.getFirst(name)).as(name).isNotNull());
        checkBody(at, said.path("content"), headers, answer.getResponseBody());
    }

    private void checkBody(String at, JsonNode content, HttpHeaders headers, byte[] body) {
        if (content.isMissingNode()) {
            assertThat(body).as(at).isNullOrEmpty();
            return;
        }
        String type = String.valueOf(headers.getContentType()).replaceFirst(";.*", "");
        assertThat(content.propertyNames()).as(at).containsExactly(type);
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        if (type.equals(NDJSON)) {
            assertReceipts(text);
        } else {
            boolean isJson = type.endsWith("json");
            assertThat(contract.problems(content.path(type).path("schema"), isJson ? text : quoted(text)))
                    .as(at + ": " + text)
                    .isEmpty();
        }
    }

    private void assertReceipts(String lines) {
        JsonNode schema = contract.document().at("/components/schemas/Receipt");
        assertThat(lines.lines())
                .allSatisfy(line ->
                        assertThat(contract.problems(schema, line)).as(line).isEmpty());
    }

    private static String quoted(String text) {
        return StringNode.valueOf(text).toString();
    }

    private static DataBuffer buffer(String text) {
        return DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
