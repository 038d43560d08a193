package dev.dateline.system.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.command.InspectImageResponse;
import dev.dateline.model.Topics;
import dev.dateline.system.Articles;
import dev.dateline.system.DatelineJar;
import dev.dateline.system.EnabledIfContainers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * The images as a cluster runs them, on one network with a broker and Firestore's emulator. One set of containers serves all of
 * it: to start them is nearly all that this costs.
 */
@EnabledIfContainers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContainersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int ARTICLES = 400;

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
    void countsExactlyWhileExtractorsAreAddedAndKilled(@TempDir Path folder) throws Exception {
        Iterator<String> endless = Articles.endless(new Random(1));
        List<String> articles = IntStream.range(0, ARTICLES)
                .mapToObj(i -> withId(endless.next(), i))
                .toList();

        submit(articles.subList(0, ARTICLES / 4));
        awaitShares(1);
        deployment.addExtractors(2);
        submit(articles.subList(ARTICLES / 4, ARTICLES / 2));
        awaitShares(3);
        submit(articles.subList(ARTICLES / 2, ARTICLES));
        deployment.extractors.get(1).killAtOnce();
        awaitShares(2);

        assertCounted(Files.write(folder.resolve("articles.ndjson"), articles), folder);
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

    private static Stream<ServiceContainer> streamOfServices() {
        return Stream.of(deployment.gateway, deployment.extractors.get(0), deployment.saver, deployment.explorer);
    }

    private static List<ServiceContainer> services() {
        return streamOfServices().toList();
    }

    private static String withId(String article, int number) {
        return article.replaceFirst("\\{", "{\"id\":\"article-%d\",".formatted(number));
    }

    /** Each must be accepted. */
    private static void submit(List<String> articles) throws Exception {
        URI posts = deployment.gateway.uri(8080).resolve("/posts");
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(posts)
                                .header("Authorization", "Bearer " + Deployment.KEY)
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", articles)))
                                .build(),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(response.body().filter(line -> line.contains("\"accepted\"")))
                .hasSize(articles.size());
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

    private static void assertCounted(Path articles, Path folder) throws Exception {
        var dateline = DatelineJar.in(
                folder,
                Map.of(
                        "DATELINE_URL", deployment.gateway.uri(8080).toString(),
                        "DATELINE_EXPLORER_URL", deployment.explorer.uri(8081).toString(),
                        "DATELINE_API_KEY_FILE",
                                Files.writeString(folder.resolve("key"), Deployment.KEY)
                                        .toString()));

        var drain = dateline.run("drain", "--timeout", "2m");
        var verify = dateline.run("verify", articles.toString());

        assertThat(drain.exitCode()).as(drain.toString()).isZero();
        assertThat(verify.lastLine()).as(verify.toString()).matches("8 publications, \\d+ entities, 0 differ");
    }

    private static String sbom(ServiceContainer container) {
        return container.copyFileFromContainer("/dateline/service.jar", Sbom::of);
    }
}
