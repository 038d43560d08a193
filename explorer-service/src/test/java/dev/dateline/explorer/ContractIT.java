package dev.dateline.explorer;

import static dev.dateline.explorer.RunningExplorer.entity;
import static dev.dateline.explorer.RunningExplorer.tally;
import static dev.dateline.model.EntityType.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.explorer.pipeline.Broker;
import dev.dateline.keys.Secret;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The contract says what is served, and what is served is in the contract: every answer, parameter and body. */
class ContractIT {

    private static final Secret READER = new Secret("dl_reader_1");
    private static final Secret SENDER = new Secret("dl_sender_1");

    /** An address of each operation that works. */
    private static final Map<String, String> GOOD = addresses();

    @TempDir
    static Path folder;

    private static Broker broker;
    private static RunningExplorer explorer;
    private static RunningExplorer away;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Contract contract = new Contract();
    private final Set<String> seen = new TreeSet<>();

    ContractIT() throws Exception {}

    private static Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("/totals", "");
        addresses.put("/overview", "");
        addresses.put("/publications", "?limit=1");
        addresses.put("/entities", "?publication=the%20hill");
        addresses.put("/distinctive", "?publication=the%20hill");
        addresses.put("/comparison", "?publication=the%20hill&publication=vox");
        addresses.put("/search", "?q=a");
        addresses.put("/entity", "?type=PERSON&word=ada");
        addresses.put("/export", "?format=ndjson");
        addresses.put("/pipeline", "");
        addresses.put("/live", "");
        return addresses;
    }

    @BeforeAll
    static void start() {
        broker = new Broker();
        broker.makeTopicsAnew();
        Path file = folder.resolve("counts.db");
        RunningExplorer.fill(
                file, tally("The Hill", 2, entity(PERSON, "Ada", 7, 2)), tally("Vox", 1, entity(PERSON, "Ada", 1, 1)));
        String[] keys = {
            "--dateline.explorer.keys[0].name=reader",
            "--dateline.explorer.keys[0].sha256=" + READER.sha256(),
            "--dateline.explorer.keys[0].scopes=read",
            "--dateline.explorer.keys[1].name=sender",
            "--dateline.explorer.keys[1].sha256=" + SENDER.sha256(),
            "--spring.kafka.bootstrap-servers=" + broker.address()
        };
        explorer = RunningExplorer.start(file, keys);
        away = RunningExplorer.asking(new FakeQueries(), folder.resolve("away.db"));
    }

    @AfterAll
    static void stop() {
        explorer.close();
        away.close();
        broker.close();
    }

    @Test
    void everyAnswerIsInTheContractAndEveryAnswerOfTheContractIsServed() throws Exception {
        for (String path : GOOD.keySet()) {
            String good = path + GOOD.get(path);
            if (path.equals("/live")) {
                seen.add(path + " 200");
            } else {
                check(200, path, ask(explorer, good, READER));
                check(503, path, ask(away, good, READER));
            }
            check(401, path, ask(explorer, good, new Secret("dl_nobody_1")));
            check(403, path, ask(explorer, good, SENDER));
        }
        for (String path :
                List.of("/overview", "/publications", "/entities", "/distinctive", "/comparison", "/search")) {
            check(400, path, ask(explorer, path + "?publication=&limit=0", READER));
        }
        check(400, "/entity", ask(explorer, "/entity?word=a", READER));
        check(400, "/export", ask(explorer, "/export?format=dogs", READER));
        check(404, "/entities", ask(explorer, "/entities?publication=x", READER));
        check(404, "/distinctive", ask(explorer, "/distinctive?publication=x", READER));
        check(404, "/comparison", ask(explorer, "/comparison?publication=x&publication=y", READER));
        check(200, "/export", ask(explorer, "/export?format=csv", READER));
        String tag =
                ask(explorer, "/overview", READER).headers().firstValue("ETag").orElseThrow();
        check(304, "/overview", send(request(explorer, "/overview", READER).header("If-None-Match", tag)));

        assertThat(seen).isEqualTo(contract.answers());
    }

    @Test
    void everyParameterThatIsReadIsInTheContract() {
        for (Class<?> controller : List.of(
                PublicationController.class,
                EntityController.class,
                OverviewController.class,
                ExportController.class)) {
            for (var method : controller.getDeclaredMethods()) {
                GetMapping mapping = method.getAnnotation(GetMapping.class);
                if (mapping != null) {
                    String path = mapping.value()[0].replace("/api/v1", "");
                    List<String> read = Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                            .map(Parameter::getName)
                            .toList();
                    assertThat(contract.parameters(path)).as(path).containsExactlyInAnyOrderElementsOf(read);
                }
            }
        }
    }

    @Test
    void liveSendsAStateAtOnce() throws Exception {
        HttpResponse<Stream<String>> live =
                client.send(request(explorer, "/live", READER).build(), BodyHandlers.ofLines());
        try (var lines = live.body()) {
            assertThat(live.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=UTF-8");
            String data = lines.findFirst().orElseThrow();
            JsonNode schema =
                    contract.content("/live", 200).path("text/event-stream").path("schema");

            assertThat(data).startsWith("data:").contains("\"articles\":3", "\"drained\":true");
            assertThat(contract.problems(schema, data.substring("data:".length())))
                    .isEmpty();
        }
    }

    @Test
    void thePageAsksForAKeyAndNeedsNoneItself() throws Exception {
        var page = HttpRequest.newBuilder(explorer.address());
        var without = HttpRequest.newBuilder(URI.create(explorer.address() + "/api/v1/totals"));

        assertThat(send(page).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(without);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"dateline\"");
    }

    private void check(int status, String path, HttpResponse<String> answer) {
        String at = path + " " + status;
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        seen.add(at);
        if (status == 304) {
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        JsonNode content = contract.content(path, status);
        assertThat(content.propertyNames()).as(at).contains(type);
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            assertThat(contract.problems(content.path(type).path("schema"), answer.body()))
                    .as(at + ": " + answer.body())
                    .isEmpty();
        }
    }

    private HttpResponse<String> ask(RunningExplorer service, String path, Secret key) throws Exception {
        return send(request(service, path, key));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(RunningExplorer service, String path, Secret key) {
        return HttpRequest.newBuilder(URI.create(service.address() + "/api/v1" + path))
                .header("Authorization", "Bearer " + key.reveal());
    }
}
