package dev.dateline.gateway;

import static dev.dateline.gateway.TestGateway.KEY;
import static dev.dateline.gateway.TestGateway.assertTaken;
import static dev.dateline.gateway.TestGateway.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/** Every answer of the gateway, over real HTTP and with a real broker behind it. */
class GatewayServiceIT {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final String POST = """
            {"publication": " The Daily  Example", "content": "Barack Obama met Angela Merkel.", "unknown": 1}""";
    private static final int MIB = 1024 * 1024;

    @TempDir
    static Path folder;

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
    void answersWithTheIdOnceThePostIsInTheTopic() {
        assertTaken(gateway.post(withId("example-1")), "example-1");

        ConsumerRecord<String, byte[]> record = broker.post("example-1");
        assertThat(record.headers().lastHeader("v").value()).asString().isEqualTo("1");
        assertThat(new PostJson(1_000).read(record.value(), () -> null))
                .isEqualTo(new Post(
                        "example-1", "The Daily Example", "Barack Obama met Angela Merkel.", null, null, null));
    }

    @Test
    void makesAnIdWhenThereIsNone() {
        String id = gateway.post(POST)
                .expectStatus()
                .isCreated()
                .expectBody(PostController.Accepted.class)
                .returnResult()
                .getResponseBody()
                .id();

        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(broker.post(id).value()).asString(StandardCharsets.UTF_8).contains(id);
    }

    @Test
    void makesTheTopicAsConfigured() {
        assertThat(broker.partitionsOfPosts()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "{", "[]", "null", "{} {}", "{\"content\": \"\u0001\"}"})
    void says400ToWhatIsNotOneJsonObject(String body) {
        assertThat(problem(gateway.post(body), HttpStatus.BAD_REQUEST)
                        .path("detail")
                        .asString())
                .startsWith("not JSON: ");
    }

    @Test
    void says400WithoutABody() {
        ResponseSpec answer = gateway.request(HttpMethod.POST, KEY, JSON).exchange();

        assertThat(problem(answer, HttpStatus.BAD_REQUEST).path("detail").asString())
                .startsWith("not JSON: ");
    }

    @Test
    void says401WithoutAKeyOrWithAWrongOne() {
        ResponseSpec without =
                gateway.request(HttpMethod.POST, null, JSON).bodyValue(POST).exchange();
        ResponseSpec wrong =
                gateway.request(HttpMethod.POST, "wrong", JSON).bodyValue(POST).exchange();

        without.expectHeader().exists(HttpHeaders.WWW_AUTHENTICATE);
        assertThat(problem(without, HttpStatus.UNAUTHORIZED).path("detail").asString())
                .contains("is missing");
        assertThat(problem(wrong, HttpStatus.UNAUTHORIZED).path("detail").asString())
                .contains("no API key that is known");
    }

    @Test
    void says401BeforeTheBodyIsLookedAt() {
        String large = "x".repeat(3 * MIB);

        problem(gateway.request(HttpMethod.POST, "wrong", JSON).bodyValue(large).exchange(), HttpStatus.UNAUTHORIZED);

        assertTaken(gateway.post(withId("after-401")), "after-401");
    }

    @Test
    void says404Elsewhere() {
        assertThat(problem(gateway.get("/elsewhere"), HttpStatus.NOT_FOUND)
                        .path("detail")
                        .asString())
                .contains("POST /post/enqueue");
        problem(gateway.get("/actuator/env"), HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void says405AndWhatIsAllowedToAnotherMethod(String method) {
        ResponseSpec answer =
                gateway.request(HttpMethod.valueOf(method), KEY, JSON).exchange();

        answer.expectHeader().valueEquals(HttpHeaders.ALLOW, "POST");
        assertThat(problem(answer, HttpStatus.METHOD_NOT_ALLOWED).path("detail").asString())
                .contains("POST");
    }

    @Test
    void says413ToABodyOver2Mib() {
        String message = "the body must have at most 2,097,152 bytes";

        assertThat(problem(gateway.post("x".repeat(3 * MIB)), HttpStatus.CONTENT_TOO_LARGE)
                        .path("detail")
                        .asString())
                .isEqualTo(message);
        assertThat(problem(postOfUnknownLength(3), HttpStatus.CONTENT_TOO_LARGE)
                        .path("detail")
                        .asString())
                .isEqualTo(message);
        assertTaken(gateway.post(withId("after-413")), "after-413");
    }

    @Test
    void takesABodyOfExactly2MibAndNotAByteMore() {
        String start = "{\"id\": \"two-mib\", \"publication\": \"P\", \"content\": \"c\", \"unknown\": \"";
        String body = start + "x".repeat(2 * MIB - start.length() - 2) + "\"}";

        assertTaken(gateway.post(body), "two-mib");
        problem(gateway.post(body + " "), HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void takes256KibOfTheContentThatGrowsMostInJson() {
        String body = "{\"id\": \"escapes\", \"publication\": \"P\", \"content\": \"c%s\"}";

        assertTaken(gateway.post(body.formatted("\\u0001".repeat(262_143))), "escapes");
        assertThat(broker.post("escapes").value()).hasSizeGreaterThan(6 * 262_143);
        assertThat(problem(gateway.post(body.formatted("\\u0001".repeat(262_144))), HttpStatus.CONTENT_TOO_LARGE)
                        .path("detail")
                        .asString())
                .isEqualTo("content must have at most 262,144 bytes of UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json;charset=iso-8859-1", "application/json;charset=x", "json"})
    void says415ToWhatIsNotJsonInUtf8(String type) {
        ResponseSpec answer = gateway.request(HttpMethod.POST, KEY, null)
                .headers(headers -> headers.set(HttpHeaders.CONTENT_TYPE, type))
                .body(BodyInserters.fromDataBuffers(pieces(POST)))
                .exchange();

        problem(answer, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void says415WithoutAContentType() {
        ResponseSpec answer = gateway.request(HttpMethod.POST, KEY, null)
                .body(BodyInserters.fromDataBuffers(pieces(POST)))
                .exchange();

        problem(answer, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=UTF-8", "application/ld+json", "Application/JSON"})
    void takesJsonUnderItsOtherNames(String type) {
        gateway.request(HttpMethod.POST, KEY, type)
                .body(BodyInserters.fromDataBuffers(pieces(POST)))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void says422AndNamesEachWrongField() {
        String detail = problem(
                        gateway.post(
                                "{\"id\": \"a b\", \"publication\": \"%s\", \"title\": 7}".formatted("p".repeat(201))),
                        HttpStatus.UNPROCESSABLE_CONTENT)
                .path("detail")
                .asString();

        assertThat(detail.split("; "))
                .containsExactlyInAnyOrder(
                        "id must be 1 to 128 of A-Z a-z 0-9 . _ ~ : -",
                        "publication must have 1 to 200 characters, not 201",
                        "content is missing",
                        "title must be a string");
        gateway.post("{\"publication\": \"P\"}")
                .expectBody()
                .jsonPath("$.errors")
                .isEqualTo(List.of(Map.of("field", "content", "message", "is missing")));
    }

    @Test
    void says503WithoutRoomOnTheDisk() {
        try (var full = new TestGateway(
                broker, 0, "--dateline.gateway.room.folder=" + folder, "--dateline.gateway.room.min-free=8000000TB")) {
            ResponseSpec answer = full.post(POST);

            answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "60");
            assertThat(problem(answer, HttpStatus.SERVICE_UNAVAILABLE)
                            .path("detail")
                            .asString())
                    .isEqualTo("the disk is nearly full");
        }
    }

    /** Reactor Netty 1.3.7 stops reading a connection after a request that queued there and was answered at once (issue 4361). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /openapi HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /actuator/health/liveness HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /post/enqueue HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
            })
    void aConnectionGoesOnAfterARequestThatQueuedAndIsAnsweredAtOnce(String atOnce) throws IOException {
        try (var connection = new PostConnection(gateway.port())) {
            connection.send(PostConnection.request(KEY, "before-it") + atOnce);
            assertThat(connection.awaitAnswers(2)).startsWith("201");

            connection.send(PostConnection.request(KEY, "after-it"));
            assertThat(connection.awaitAnswers(1)).containsExactly("201");
        }
    }

    @Test
    void hasAPageToTryItThatNeedsNoOtherServer() {
        gateway.get("/docs")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("/post/enqueue").doesNotContain("http:", "https:"));
        for (String part : List.of("/docs.css", "/docs.js")) {
            gateway.get(part)
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(text -> assertThat(text).doesNotContain("http:", "https:"));
        }
        gateway.get("/").expectStatus().isFound().expectHeader().location("/docs");
    }

    @Test
    void isHealthy() {
        gateway.get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.kafka.status")
                .isEqualTo("UP");
        gateway.get("/actuator/health/readiness").expectStatus().isOk();
    }

    private static String withId(String id) {
        return POST.replace("}", ", \"id\": \"" + id + "\"}");
    }

    /** Of so many MiB, and chunked: only by reading can the gateway learn that it is too large. */
    private static ResponseSpec postOfUnknownLength(int mib) {
        Flux<DataBuffer> body = Flux.range(0, mib).concatMap(i -> pieces("x".repeat(MIB)));
        return gateway.request(HttpMethod.POST, KEY, JSON)
                .body(BodyInserters.fromDataBuffers(body))
                .exchange();
    }

    private static Flux<DataBuffer> pieces(String text) {
        return Flux.defer(
                () -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }
}
