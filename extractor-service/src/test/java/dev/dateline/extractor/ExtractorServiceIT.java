package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtractorServiceIT {

    private String brokers;

    @BeforeEach
    void clearBroker() throws Exception {
        brokers = TestBroker.cleared();
    }

    @Test
    void countsAPostOnceHoweverOftenItsIdComes() {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("repeat-1", "Repeats", "Ada Lovelace met Charles Babbage in London.");
            extractor.post("repeat-1", "Repeats", "Another version names Grace Hopper.");
            extractor.post("repeat-2", "Repeats", "Ada Lovelace left London.");

            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Repeats") == 2);
            assertThat(extractor.mentions("Repeats"))
                    .containsEntry("ada lovelace", 2L)
                    .containsEntry("london", 2L)
                    .doesNotContainKey("grace hopper");
        }
    }

    @Test
    void knowsARepeatAfterARestart() {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("restart-1", "Restarts", "Ada Lovelace met Charles Babbage.");
            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Restarts") == 1);
        }

        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("restart-1", "Restarts", "Ada Lovelace met Charles Babbage.");
            extractor.post("restart-2", "Restarts", "Charles Babbage left.");

            await().atMost(TestBroker.PATIENCE)
                    .until(() -> extractor.mentions("Restarts").getOrDefault("charles babbage", 0L) == 2);
            assertThat(extractor.articles("Restarts")).isEqualTo(2);
        }
    }

    @Test
    void endsWhatItLeftOpenBeforeItIsGivenAnyPartition() throws Exception {
        try (var holder = holderOfAllPartitions();
                var before = transactions("test-0-0")) {
            before.initTransactions();
            before.beginTransaction();
            before.send(new ProducerRecord<>(Topics.POSTS, 0, new byte[0], new byte[0]));
            before.flush();

            try (var extractor = new RunningExtractor(brokers)) {
                assertThat(holder.assignment()).hasSize(4);
                assertThat(TestBroker.admin()
                                .describeTransactions(List.of("test-0-0"))
                                .description("test-0-0")
                                .get()
                                .state())
                        .isIn(TransactionState.EMPTY, TransactionState.PREPARE_ABORT, TransactionState.COMPLETE_ABORT);
            }
        }
    }

    @Test
    void endsInTimeThoughItStillWaitsForPartitions() throws Exception {
        try (var holder = holderOfAllPartitions()) {
            var extractor = new RunningExtractor(brokers);
            await().atMost(TestBroker.PATIENCE).until(() -> members() == 2);

            assertThat(CompletableFuture.runAsync(extractor::close)).succeedsWithin(Duration.ofSeconds(10));
            assertThat(holder.assignment()).hasSize(4);
        }
    }

    @Test
    void takesTheKeyAsTheIdOfAPostThatComesStraightToTheTopic() {
        byte[] post = "{\"publication\": \"Straight\", \"content\": \"Ada Lovelace wrote.\", \"more\": {\"a\": [1]}}"
                .getBytes(StandardCharsets.UTF_8);
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.send("straight-1", post);
            extractor.send("straight-1", post);
            extractor.post("straight-2", "Straight", "Nobody.");

            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Straight") == 2);
            assertThat(extractor.mentions("Straight")).isEqualTo(Map.of("ada lovelace", 1L));
        }
    }

    @Test
    void setsAsideWhatIsNoPostWithCauseAndOriginAndCountsItsIdWhenItComesRight() {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.send("dead-1", "{\"publication\": \"Dead\", \"content\": 7}".getBytes(StandardCharsets.UTF_8));
            extractor.send("dead-2", "no json".getBytes(StandardCharsets.UTF_8));
            await().atMost(TestBroker.PATIENCE)
                    .until(() -> deadLetters(extractor).size() == 2);

            extractor.post("dead-1", "Dead", "Ada Lovelace is right.");

            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Dead") == 1);
            assertThat(deadLetters(extractor))
                    .anySatisfy(letter -> {
                        assertThat(letter.key()).asString().isEqualTo("dead-1");
                        assertThat(header(letter, "cause")).isEqualTo("content must be a string");
                        assertThat(header(letter, "origin.topic")).isEqualTo("posts");
                        assertThat(header(letter, "origin.offset")).matches("\\d+");
                    })
                    .anySatisfy(letter -> assertThat(header(letter, "cause")).startsWith("not JSON: "));
        }
    }

    @Test
    void givesBackAtOnceWhatItHasInHandWhenItIsStopped() {
        try (var extractor = new RunningExtractor(brokers)) {
            for (int i = 0; i < 200; i++) {
                extractor.post("stop-" + i, "Stops", "Ada Lovelace met Charles Babbage. ".repeat(5));
            }
        }

        try (var extractor = new RunningExtractor(brokers)) {
            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Stops") >= 200);
            assertThat(extractor.mentions("Stops")).containsEntry("ada lovelace", 1_000L);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(RunningExtractor extractor) {
        return extractor.committed(Topics.POSTS_DEAD, letter -> letter);
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** A member of the group that gives nothing away, as a killed extractor until it is missed, or one with a long batch. */
    private KafkaConsumer<byte[], byte[]> holderOfAllPartitions() throws Exception {
        TestBroker.admin()
                .createTopics(List.of(new TopicSizes(4, (short) 1).posts()))
                .all()
                .get();
        var holder = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        Topics.EXTRACTORS,
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        holder.subscribe(List.of(Topics.POSTS));
        await().atMost(TestBroker.PATIENCE).until(() -> {
            holder.poll(Duration.ofMillis(100));
            return holder.assignment().size() == 4;
        });
        return holder;
    }

    private static int members() throws Exception {
        return TestBroker.admin()
                .describeConsumerGroups(List.of(Topics.EXTRACTORS))
                .describedGroups()
                .get(Topics.EXTRACTORS)
                .get()
                .members()
                .size();
    }

    /** With a timeout that no test waits for. */
    private KafkaProducer<byte[], byte[]> transactions(String id) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "transactional.id", id, "transaction.timeout.ms", 600_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
