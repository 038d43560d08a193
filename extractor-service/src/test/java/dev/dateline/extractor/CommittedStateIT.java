package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.util.unit.DataSize;

/**
 * What an extractor reads when it is given a partition that another one, which may not be dead, worked on before: {@link
 * #zombie} is that other one.
 */
class CommittedStateIT {

    private static final Duration PATIENCE = TestBroker.PATIENCE;
    private static final TopicPartition POSTS = new TopicPartition(Topics.POSTS, 0);

    private static final String PREFIX = "own-";

    /** Of this extractor's first thread. */
    private static final String OWN_ID = PREFIX + "0-0";

    private final Admin admin = TestBroker.admin();
    private final RepeatFilter repeats = new RepeatFilter();
    private String brokers;
    private KafkaClients clients;
    private Consumer<byte[], byte[]> consumer;
    private KafkaProducer<byte[], byte[]> zombie;

    @BeforeEach
    void makeTopics() throws Exception {
        brokers = TestBroker.cleared();
        clients = clients(brokers);
        var sizes = new TopicSizes(1, (short) 1);
        admin.createTopics(List.of(sizes.posts(), sizes.postsSeen())).all().get();
        consumer = clients.postConsumers().createConsumer();
        consumer.assign(List.of(POSTS));
        zombie = extractor(UUID.randomUUID().toString(), Duration.ofSeconds(3));
    }

    @AfterEach
    void close() {
        consumer.close();
        zombie.close();
    }

    @Test
    void readsTheIdsAfterTheOffsetsSoThatNoneIsMissingThatIsCommittedBetweenTheTwo() {
        count("before", 1);
        Consumer<?, ?> interrupted = afterItsFirst("committed", () -> count("between", 2));

        state().restore(interrupted, Set.of(POSTS));

        // Counted by the other one, and read here once more: the id says that it is a repeat.
        assertThat(consumer.position(POSTS)).isEqualTo(1);
        assertThat(knows("between")).isTrue();
    }

    @Test
    void takesTheFirstCommitOfAllThatComesBetweenTheTwoForNoLossOfOffsets() {
        Consumer<?, ?> interrupted = afterItsFirst("committed", () -> count("first", 1));

        state().restore(interrupted, Set.of(POSTS));

        assertThat(consumer.position(POSTS)).isEqualTo(1);
        assertThat(knows("first")).isTrue();
    }

    @Test
    void waitsForOffsetsThatAreNotDecidedYet() {
        zombie.beginTransaction();
        send("pending");
        zombie.sendOffsetsToTransaction(offset(1), new ConsumerGroupMetadata(Topics.EXTRACTORS));
        CompletableFuture<Void> restored = CompletableFuture.runAsync(() -> state().restore(consumer, Set.of(POSTS)));
        await().during(Duration.ofMillis(700)).until(() -> !restored.isDone());

        zombie.commitTransaction();

        await().atMost(PATIENCE).until(restored::isDone);
        assertThat(restored).isCompleted();
        assertThat(consumer.position(POSTS)).isEqualTo(1);
        assertThat(knows("pending")).isTrue();
    }

    @Test
    void waitsForIdsThatAreNotDecidedYetThoughTheirOffsetsWereNotEvenSent() {
        zombie.beginTransaction();
        send("sent");
        zombie.flush();
        CompletableFuture<Void> restored = CompletableFuture.runAsync(() -> state().restore(consumer, Set.of(POSTS)));
        await().during(Duration.ofMillis(700)).until(() -> !restored.isDone());

        zombie.sendOffsetsToTransaction(offset(1), new ConsumerGroupMetadata(Topics.EXTRACTORS));
        zombie.commitTransaction();

        await().atMost(PATIENCE).until(restored::isDone);
        assertThat(restored).isCompleted();
        assertThat(knows("sent")).isTrue();
    }

    @Test
    void waitsNoLongerThanTheTransactionOfADeadExtractorLasts() {
        zombie.beginTransaction();
        send("never");
        zombie.sendOffsetsToTransaction(offset(1), new ConsumerGroupMetadata(Topics.EXTRACTORS));

        state().restore(consumer, Set.of(POSTS));

        assertThat(consumer.position(POSTS)).isZero();
        assertThat(knows("never")).isFalse();
    }

    @Test
    void doesNotWaitForWhatItLeftOpenItselfBeforeItWasKilled() {
        // A restore that waited until this one times out would not end in time.
        try (var before = extractor(OWN_ID, PATIENCE.multipliedBy(2))) {
            before.beginTransaction();
            before.send(new ProducerRecord<>(Topics.POSTS_SEEN, 0, "open".getBytes(StandardCharsets.US_ASCII), null));
            before.sendOffsetsToTransaction(offset(1), new ConsumerGroupMetadata(Topics.EXTRACTORS));

            assertThat(CompletableFuture.runAsync(() -> state().restore(consumer, Set.of(POSTS))))
                    .succeedsWithin(PATIENCE);
        }

        assertThat(consumer.position(POSTS)).isZero();
        assertThat(knows("open")).isFalse();
    }

    @Test
    void endsWhatItLeftOpenAlsoBeforeItHasAnyPartition() throws Exception {
        try (var before = extractor(OWN_ID, PATIENCE.multipliedBy(2))) {
            before.beginTransaction();
            before.send(new ProducerRecord<>(Topics.POSTS_SEEN, 0, "open".getBytes(StandardCharsets.US_ASCII), null));
            before.flush();

            recovery(clients, new Ending(event -> {})).takeOver();

            assertThat(admin.describeTransactions(List.of(OWN_ID))
                            .description(OWN_ID)
                            .get()
                            .state())
                    .isIn(TransactionState.EMPTY, TransactionState.PREPARE_ABORT, TransactionState.COMPLETE_ABORT);
        }
    }

    @Test
    void waitsForABrokerThatIsAwayWithWhatItLeftOpen() throws Exception {
        var ending = new Ending(event -> {});
        KafkaClients nobody = clients("127.0.0.1:" + freePort());
        Recovery recovery = recovery(nobody, ending);

        CompletableFuture<Void> takenOver = CompletableFuture.runAsync(recovery::takeOver);

        // Kafka's client has given up once, and that is no reason to.
        await().atMost(PATIENCE).until(recovery::trouble, Objects::nonNull);
        assertThat(takenOver).isNotDone();
        ending.begin();
        assertThat(takenOver).succeedsWithin(PATIENCE);
    }

    private static KafkaClients clients(String brokers) {
        var properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(brokers));
        properties.getConsumer().setGroupId(Topics.EXTRACTORS);
        return new KafkaClients(
                properties,
                new ExtractorSettings(
                        1,
                        500,
                        DataSize.ofKilobytes(768),
                        Duration.ofMillis(50),
                        DataSize.ofKilobytes(256),
                        1_000,
                        PREFIX,
                        1,
                        (short) 1,
                        null));
    }

    private Recovery recovery(KafkaClients clients, Ending ending) {
        var seen = new SeenPosts(clients.seenConsumers(), clients.adminSettings(), 1_000);
        return new Recovery(
                new CommittedState(new BatchTransaction(clients.transactions(0)), seen, repeats), repeats, ending);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private KafkaProducer<byte[], byte[]> extractor(String id, Duration transactionTimeout) {
        var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "transactional.id", id, "transaction.timeout.ms", (int)
                        transactionTimeout.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private CommittedState state() {
        return new CommittedState(
                new BatchTransaction(clients.transactions(0)),
                new SeenPosts(clients.seenConsumers(), clients.adminSettings(), 1_000),
                repeats);
    }

    private boolean knows(String id) {
        return repeats.countedIn(POSTS).contains(IdHash.of(id));
    }

    private void count(String id, long next) {
        zombie.beginTransaction();
        send(id);
        zombie.sendOffsetsToTransaction(offset(next), new ConsumerGroupMetadata(Topics.EXTRACTORS));
        zombie.commitTransaction();
    }

    private void send(String id) {
        zombie.send(new ProducerRecord<>(Topics.POSTS_SEEN, 0, id.getBytes(StandardCharsets.US_ASCII), new byte[0]));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offset(long next) {
        return Map.of(POSTS, new OffsetAndMetadata(next));
    }

    /** The consumer, with something that happens elsewhere right after it has answered. */
    private Consumer<?, ?> afterItsFirst(String method, Runnable elsewhere) {
        var isFirst = new AtomicBoolean(true);
        return (Consumer<?, ?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, called, args) -> {
                    try {
                        Object answer = called.invoke(consumer, args);
                        if (called.getName().equals(method) && isFirst.getAndSet(false)) {
                            elsewhere.run();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
