package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as its main method and the standalone start it, and a client with its key. */
final class TestGateway implements AutoCloseable {

    static final String KEY = "test-key";

    // printf test-key | sha256sum
    private static final String KEY_HASH = "62af8704764faf8ea82fc61ce9c4c3908b6cb97d463a634e9e587d7c885db0ef";

    static final String OTHER_KEY = "other-key";

    // printf other-key | sha256sum
    static final String OTHER_KEY_HASH = "580843d03d2216ff1a275d0991bad66e4d1af871171d929e9de604b7959f9bca";

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final WebTestClient client;

    /** Returns when it is ready. Port 0 is any free one. */
    TestGateway(TestBroker broker, int port, String... more) {
        String[] properties = {
            "--spring.config.name=gateway-service",
            "--spring.kafka.bootstrap-servers=" + broker.address(),
            "--server.port=" + port,
            "--dateline.gateway.keys[0].name=test",
            "--dateline.gateway.keys[0].sha256=" + KEY_HASH,
            "--dateline.gateway.access-log=false",
            "--dateline.gateway.partitions=3"
        };
        context = new SpringApplicationBuilder(GatewayService.class)
                .run(Stream.of(properties, more).flatMap(Arrays::stream).toArray(String[]::new));
        client = client(port());
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static WebTestClient client(int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    ResponseSpec get(String path) {
        return client.get().uri(path).exchange();
    }

    ResponseSpec post(String body) {
        return post(client, body);
    }

    static ResponseSpec post(WebTestClient client, String body) {
        return request(client, HttpMethod.POST, KEY, MediaType.APPLICATION_JSON_VALUE)
                .bodyValue(body)
                .exchange();
    }

    /** A request to the gateway's one path, with the key and the type that are not null. */
    RequestBodySpec request(HttpMethod method, String key, String type) {
        return request(client, method, key, type);
    }

    /** A request to any path, with the key as it should be sent, and the type, where they are not null. */
    RequestBodySpec at(HttpMethod method, String path, String key, String type) {
        return client.method(method).uri(path).headers(headers -> {
            if (key != null) {
                headers.setBearerAuth(key);
            }
            if (type != null) {
                headers.set(HttpHeaders.CONTENT_TYPE, type);
            }
        });
    }

    private static RequestBodySpec request(WebTestClient client, HttpMethod method, String key, String type) {
        return client.method(method).uri("/post/enqueue").headers(headers -> {
            if (key != null) {
                headers.set(KeyFilter.OWN_HEADER, key);
            }
            if (type != null) {
                headers.set(HttpHeaders.CONTENT_TYPE, type);
            }
        });
    }

    static void assertTaken(ResponseSpec answer, String id) {
        answer.expectStatus().isCreated().expectBody().json("{\"id\": \"" + id + "\"}");
    }

    /** What the answer says, after a look at its form. */
    static JsonNode problem(ResponseSpec answer, HttpStatus status) {
        answer.expectStatus().isEqualTo(status).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = JSON.readTree(answer.expectBody().returnResult().getResponseBody());
        assertThat(problem.path("status").asInt()).isEqualTo(status.value());
        assertThat(problem.path("title").asString()).isEqualTo(status.getReasonPhrase());
        assertThat(problem.path("detail").asString()).isNotBlank();
        return problem;
    }

    @Override
    public void close() {
        context.close();
    }
}
