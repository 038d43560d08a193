package dev.dateline.explorer.pipeline;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What the other services do to a broker: one for all tests of this JVM, as to start one takes longer than most of them. */
public final class Broker implements AutoCloseable {

    private static final String ADDRESS = start();

    private final Map<String, Object> settings = Map.of("bootstrap.servers", ADDRESS);
    private final Admin admin = Admin.create(settings);

    private static String start() {
        var broker = new EmbeddedKafkaKraftBroker(1, 2);
        broker.brokerProperties(Map.of(
                // Of each its own topic would have 50: seconds of making files.
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    public String address() {
        return ADDRESS;
    }

    Map<String, Object> settings() {
        return settings;
    }

    /** Topics with nothing in them, and no group's offsets. */
    public void makeTopicsAnew() {
        dropTopics();
        var sizes = new TopicSizes(2, (short) 1);
        var topics = List.of(sizes.posts(), sizes.processed(), sizes.postsDead(), sizes.processedDead());
        await(() -> admin.createTopics(topics).all().get());
    }

    public void dropTopics() {
        var names = Set.of(Topics.POSTS, Topics.PROCESSED, Topics.POSTS_DEAD, Topics.PROCESSED_DEAD);
        await(() -> {
            Set<String> left = admin.listTopics().names().get();
            left.retainAll(names);
            if (!left.isEmpty()) {
                admin.deleteTopics(left).all().get();
            }
        });
    }

    public String topicId(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .topicId()
                .toString();
    }

    public void extractedUpTo(int partition, long offset) {
        var offsets = Map.of(new TopicPartition(Topics.POSTS, partition), new OffsetAndMetadata(offset));
        await(() -> admin.alterConsumerGroupOffsets(Topics.EXTRACTORS, offsets)
                .all()
                .get());
    }

    public void send(String topic, int partition, int records) {
        try (var producer = producer(Map.of())) {
            send(producer, topic, partition, records);
        }
    }

    public void commit(String topic, int partition, int records) {
        try (var producer = begin(topic, partition, records)) {
            producer.commitTransaction();
        }
    }

    public void abort(String topic, int partition, int records) {
        try (var producer = begin(topic, partition, records)) {
            producer.abortTransaction();
        }
    }

    /** A transaction whose records are in the log, and undecided. */
    Producer<String, String> begin(String topic, int partition, int records) {
        Producer<String, String> producer =
                producer(Map.of("transactional.id", UUID.randomUUID().toString()));
        producer.initTransactions();
        producer.beginTransaction();
        send(producer, topic, partition, records);
        return producer;
    }

    private Producer<String, String> producer(Map<String, Object> more) {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    private static void send(Producer<String, String> producer, String topic, int partition, int records) {
        for (int i = 0; i < records; i++) {
            producer.send(new ProducerRecord<>(topic, partition, "key", "value"));
        }
        producer.flush();
    }

    /** A topic that was deleted, or made, is so everywhere a moment later. */
    private static void await(ThrowingRunnable action) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .ignoreExceptions()
                .untilAsserted(action);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
