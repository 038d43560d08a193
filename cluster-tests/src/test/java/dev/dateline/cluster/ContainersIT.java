package dev.dateline.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectImageResponse;
import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import dev.dateline.model.Topics;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The images as a cluster runs them, on one network with a broker and Firestore's emulator. One set of containers serves all of
 * it: to start them is nearly all that this costs.
 */
@EnabledIfContainers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int ARTICLES = 400;

    private static final byte[] NEW_LINE = {'\n'};

    /** What the archive of classes adds to an image, if it is wanted. */
    private static final long ARCHIVE_MB = 50;

    private static Deployment deployment;
    private static Admin admin;

    @BeforeAll
    static void start() {
        deployment = new Deployment();
        deployment.start();
        admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, deployment.kafka.getBootstrapServers()));
    }

    @AfterAll
    static void end() {
        if (admin != null) {
            admin.close();
        }
        if (deployment != null) {
            deployment.close();
        }
    }

    @Test
    @Order(1)
    void countsExactlyWhileExtractorsAreAddedAndKilled() throws Exception {
        List<Post> posts = Samples.editions(ARTICLES);

        submit(posts.subList(0, ARTICLES / 4));
        awaitShares(1);
        deployment.addExtractors(2);
        submit(posts.subList(ARTICLES / 4, ARTICLES / 2));
        awaitShares(3);
        submit(posts.subList(ARTICLES / 2, ARTICLES));
        deployment.extractors.get(1).killAtOnce();
        awaitShares(2);

        var explorer = new Explorer(deployment.explorer.uri(8081));
        await().atMost(PATIENCE).until(explorer::isDrained);
        assertThat(explorer.publications())
                .isEqualTo(Recount.publications(posts))
                .hasSize(8);
        Map<Entity, Counts> entities = Recount.entities(posts);
        assertThat(entities).isNotEmpty();
        assertThat(differing(explorer.entities(), entities)).isEmpty();
    }

    @Test
    @Order(2)
    void imagesAreSmallAndRunAsNobodyAndSayWhatTheyAreMadeOf() {
        for (ServiceContainer container : services()) {
            InspectImageResponse image = container
                    .getDockerClient()
                    .inspectImageCmd(container.getDockerImageName())
                    .exec();

            assertThat(Objects.requireNonNull(image.getSize()) / 1_000_000 + ARCHIVE_MB)
                    .as("MB of %s", container.getDockerImageName())
                    .isLessThan(350);
            assertThat(Objects.requireNonNull(image.getConfig()).getUser()).isEqualTo("10001:0");
            assertThat(image.getConfig().getLabels())
                    .containsKey("org.opencontainers.image.title")
                    .containsEntry("org.opencontainers.image.licenses", "GPL-3.0-or-later");
            assertThat(sbom(container)).contains("CycloneDX", "kafka-clients");
        }
    }

    @Test
    @Order(3)
    void anImageFindsItselfHealthy() {
        // Not what the container's start waits for: Testcontainers would ask the engine as often as it answers, and
        // take a core.
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(deployment.gateway::isHealthy);
    }

    @Test
    @Order(4)
    void logsAreJsonInTheElasticCommonSchema() {
        for (ServiceContainer container : services()) {
            List<String> lines = container
                    .getLogs()
                    .lines()
                    .filter(line -> line.contains("\"message\""))
                    .toList();

            assertThat(lines)
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(line).startsWith("{\"@timestamp\"").contains("\"ecs\""));
        }
    }

    /** Comes last: Kafka's clients are asked for new metrics of theirs, such as a lag, once a minute. */
    @Test
    @Order(5)
    void exposesEveryMetricThatTheDashboardAndTheAlertsAsk() throws Exception {
        assertThat(MetricNames.asked()).isNotEmpty();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(MetricNames.exposed(String.join(
                                "\n",
                                deployment.gateway.metrics(),
                                deployment.extractors.get(0).metrics(),
                                deployment.saver.metrics(),
                                deployment.explorer.metrics())))
                        .containsAll(MetricNames.asked()));
    }

    private static List<ServiceContainer> services() {
        return List.of(deployment.gateway, deployment.extractors.get(0), deployment.saver, deployment.explorer);
    }

    /** Each must be accepted. */
    private static void submit(List<Post> posts) throws Exception {
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(deployment.gateway.uri(8080).resolve("/posts"))
                                .header("Authorization", "Bearer " + Deployment.KEY)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofByteArrays(posts.stream()
                                        .flatMap(post -> Stream.of(PostJson.write(post), NEW_LINE))
                                        .toList()))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(response.body().filter(line -> line.contains("\"accepted\"")))
                .hasSize(posts.size());
    }

    /** Until there are as many extractors and each has its share; while the group rebalances, some have none or all yet. */
    private static void awaitShares(int extractors) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<Set<Integer>> shares = assignments();
            assertThat(shares)
                    .hasSize(extractors)
                    .allSatisfy(share -> assertThat(share)
                            .hasSizeBetween(
                                    Deployment.PARTITIONS / extractors,
                                    (Deployment.PARTITIONS + extractors - 1) / extractors));
            assertThat(shares.stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(allPartitions());
        });
    }

    private static List<Set<Integer>> assignments() throws Exception {
        var assignments = new ArrayList<Set<Integer>>();
        for (MemberDescription member : admin.describeConsumerGroups(List.of(Topics.EXTRACTORS))
                .describedGroups()
                .get(Topics.EXTRACTORS)
                .get()
                .members()) {
            var partitions = new TreeSet<Integer>();
            member.assignment().topicPartitions().forEach(partition -> partitions.add(partition.partition()));
            assignments.add(partitions);
        }
        return assignments;
    }

    private static Set<Integer> allPartitions() {
        return new HashSet<>(IntStream.range(0, Deployment.PARTITIONS).boxed().toList());
    }

    /** Who is in one of the two alone, or counted otherwise there: thousands are as they should be, and nobody would read those. */
    private static <K, V> Set<Map.Entry<K, V>> differing(Map<K, V> one, Map<K, V> other) {
        var differing = new HashSet<>(one.entrySet());
        differing.removeAll(other.entrySet());
        var missing = new HashSet<>(other.entrySet());
        missing.removeAll(one.entrySet());
        differing.addAll(missing);
        return differing;
    }

    private static String sbom(ServiceContainer container) {
        return container.copyFileFromContainer("/dateline/service.jar", Sbom::of);
    }
}
