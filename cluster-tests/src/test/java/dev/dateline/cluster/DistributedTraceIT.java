package dev.dateline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.gateway.GatewayService;
import dev.dateline.saver.SaverService;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What the profile "tracing" shows of a post's way. */
class DistributedTraceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    // printf test-key | sha256sum
    private static final String KEY_HASH = "62af8704764faf8ea82fc61ce9c4c3908b6cb97d463a634e9e587d7c885db0ef";

    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();

    private static URI gateway;

    @BeforeAll
    static void start(@TempDir Path folder) {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.brokerProperties(Map.of(
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        RUNNING.push(broker::destroy);
        var context = start(
                GatewayService.class,
                "gateway",
                broker.getBrokersAsString(),
                "--dateline.gateway.keys[0].name=test",
                "--dateline.gateway.keys[0].sha256=" + KEY_HASH);
        gateway = URI.create(
                "http://127.0.0.1:%s/".formatted(context.getEnvironment().getRequiredProperty("local.server.port")));
        start(
                ExtractorService.class,
                "extractor",
                broker.getBrokersAsString(),
                "--dateline.extractor.concurrency=1",
                "--dateline.extractor.linger=300ms");
        start(
                SaverService.class,
                "saver",
                broker.getBrokersAsString(),
                "--dateline.saver.concurrency=1",
                "--dateline.saver.store.file=" + folder.resolve("counts.db"));
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable running : RUNNING) {
            running.close();
        }
    }

    @BeforeEach
    void forget() {
        SPANS.reset();
    }

    @Test
    void followsAPostFromItsRequestToTheStoresCommit() throws Exception {
        post("post/enqueue", "application/json", "{\"id\":\"one\",\"publication\":\"A\",\"content\":\"Ann met Ben.\"}");

        SpanData commit = awaitSpans("save", 1).get(0);
        assertThat(way(commit)).containsExactly("save", "extract", "posts send", "http post /post/enqueue");
        assertThat(parent(commit).getAttributes().asMap().values()).contains("one");
    }

    @Test
    void linksThePostsThatABatchJoins() throws Exception {
        String line = "{\"publication\":\"A\",\"content\":\"Ann met Ben.\"}\n";
        post("posts", "application/x-ndjson", line.repeat(3));

        awaitSpans("posts send", 3);
        List<String> posts = idsOf("posts send");
        // In one batch or in two.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(joined()).containsAll(posts));
    }

    /** The spans that extracting was begun within, or is linked to. */
    private static List<String> joined() {
        return spans("extract").stream()
                .flatMap(span -> Stream.concat(
                        Stream.of(span.getParentSpanId()),
                        span.getLinks().stream().map(LinkData::getSpanContext).map(context -> context.getSpanId())))
                .toList();
    }

    private static ConfigurableApplicationContext start(Class<?> service, String name, String broker, String... more) {
        var arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + name + "-service",
                "--spring.profiles.active=tracing",
                "--management.tracing.sampling.probability=1",
                "--management.opentelemetry.tracing.export.schedule-delay=50ms",
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + broker,
                "--dateline.%s.partitions=1".formatted(name)));
        arguments.addAll(List.of(more));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(service)
                .initializers(made ->
                        ((GenericApplicationContext) made).registerBean("spans", SpanExporter.class, () -> SPANS))
                .run(arguments.toArray(String[]::new));
        RUNNING.push(context);
        return context;
    }

    private static void post(String path, String type, String body) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(gateway.resolve(path))
                                .header("Authorization", "Bearer test-key")
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
    }

    private static List<SpanData> awaitSpans(String name, int count) {
        return await().atMost(PATIENCE).until(() -> spans(name), spans -> spans.size() >= count);
    }

    private static List<SpanData> spans(String name) {
        return SPANS.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .toList();
    }

    private static List<String> idsOf(String name) {
        return spans(name).stream().map(SpanData::getSpanId).collect(Collectors.toList());
    }

    /** The names of a span and those that it was begun within, all of one trace. */
    private static List<String> way(SpanData span) {
        var names = new ArrayList<String>();
        for (SpanData at = span; at != null; at = parent(at)) {
            assertThat(at.getTraceId()).isEqualTo(span.getTraceId());
            names.add(at.getName());
        }
        return names;
    }

    private static SpanData parent(SpanData span) {
        return await()
                .atMost(PATIENCE)
                .until(
                        () -> SPANS.getFinishedSpanItems().stream()
                                .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
                                .toList(),
                        found ->
                                !found.isEmpty() || !span.getParentSpanContext().isValid())
                .stream()
                .findFirst()
                .orElse(null);
    }
}
