package dev.dateline.topics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class TopicSetupIT {

    private static final EmbeddedKafkaBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);

    @BeforeAll
    static void startTheBroker() {
        BROKER.afterPropertiesSet();
    }

    @AfterAll
    static void stopTheBroker() {
        BROKER.destroy();
    }

    @Test
    void topicsThatAreMissingAreMadeAsTheyShouldBe() throws Exception {
        var sizes = new TopicSizes(4, (short) 1);

        Map<String, TopicDescription> topics =
                setup(BROKER.getBrokersAsString()).ensure(List.of(sizes.posts(), sizes.postsDead()));

        assertThat(topics).containsOnlyKeys("posts", "posts.dlt");
        assertThat(topics.get("posts").partitions()).hasSize(4);
        assertThat(config("posts").get("retention.ms").value()).isEqualTo("-1");
        assertThat(config("posts").get("max.message.bytes").value()).isEqualTo("2097152");
        assertThat(config("posts.dlt").get("max.message.bytes").value()).isEqualTo("3145728");
    }

    @Test
    void topicsThatExistAreLeftAsTheyAre() throws Exception {
        TopicSetup setup = setup(BROKER.getBrokersAsString());
        TopicDescription before = setup.ensure(List.of(topic("kept", 2))).get("kept");

        assertThat(setup.ensure(List.of(topic("kept", 8))).get("kept")).isEqualTo(before);
        assertThat(before.partitions()).hasSize(2);
    }

    @Test
    void twoServicesThatStartAtOnceMakeATopicTogether() throws Exception {
        List<CompletableFuture<Map<String, TopicDescription>>> services = List.of(
                inBackground(setup(BROKER.getBrokersAsString()), topic("shared", 3)),
                inBackground(setup(BROKER.getBrokersAsString()), topic("shared", 3)));

        assertThat(services.get(0).get(120, SECONDS)).isEqualTo(services.get(1).get(30, SECONDS));
    }

    @Test
    void aBrokerThatRefusesIsNotAskedAgain() {
        assertThatThrownBy(() -> setup(BROKER.getBrokersAsString())
                        .ensure(List.of(new NewTopic("too-many-replicas", 1, (short) 9))))
                .isInstanceOf(KafkaException.class)
                .isInstanceOf(InvalidReplicationFactorException.class);
    }

    @Test
    void aBrokerThatIsAwayIsWaitedFor() throws Exception {
        int port = Relay.freePort();
        var waiting = inBackground(setup("127.0.0.1:" + port), topic("late", 1));
        await().during(Duration.ofSeconds(1)).until(() -> !waiting.isDone());

        try (var relay = Relay.open(port, brokerPort())) {
            assertThat(waiting.get(120, SECONDS)).containsOnlyKeys("late");
        }
    }

    /** As in a container whose broker's name is known only once the broker runs. */
    @Test
    void aBrokerWhoseNameIsNotKnownYetIsWaitedFor() {
        var ended = new AtomicReference<Throwable>();
        var thread = new Thread(() -> {
            try {
                setup("broker.invalid:9092").ensure(List.of(topic("nowhere", 1)));
            } catch (Exception e) {
                ended.set(e);
            }
        });
        thread.start();

        await().during(Duration.ofSeconds(2)).until(thread::isAlive);
        thread.interrupt();

        await().atMost(Duration.ofMinutes(1)).until(() -> !thread.isAlive());
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    private static TopicSetup setup(String servers) {
        return new TopicSetup(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers));
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1);
    }

    private static CompletableFuture<Map<String, TopicDescription>> inBackground(TopicSetup setup, NewTopic topic) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return setup.ensure(List.of(topic));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static int brokerPort() {
        String servers = BROKER.getBrokersAsString();
        return Integer.parseInt(servers.substring(servers.lastIndexOf(':') + 1));
    }

    private static Config config(String topic) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, BROKER.getBrokersAsString()))) {
            return admin.describeConfigs(List.of(resource)).all().get().get(resource);
        }
    }
}
