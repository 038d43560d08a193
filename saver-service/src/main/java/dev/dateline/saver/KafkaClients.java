package dev.dateline.saver;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSetup;
import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Kafka's clients with Boot's properties, and on top of these what exactness rests on. */
final class KafkaClients {

    /** Then the step fails and is tried again; the group must not notice ({@link #MAX_POLL_INTERVAL}). */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Between two polls lies at most one commit: far longer than a store takes to answer, or to give up. */
    private static final Duration MAX_POLL_INTERVAL = Duration.ofMinutes(5);

    /** Of all partitions together, per thread: a fetch of the default 50 MiB would be ten times as much once decoded. */
    private static final int FETCH_BYTES = 8 * 1024 * 1024;

    private final KafkaProperties properties;
    private final UnsavedTallies unsaved;
    private final SaverMetrics metrics;

    /** Clients that tell {@code unsaved} and {@code metrics} what they do. */
    KafkaClients(KafkaProperties properties, UnsavedTallies unsaved, SaverMetrics metrics) {
        this.properties = properties;
        this.unsaved = unsaved;
        this.metrics = metrics;
    }

    TopicSetup topicSetup() {
        return new TopicSetup(properties.buildAdminProperties());
    }

    Admin admin() {
        Map<String, Object> settings = new HashMap<>(properties.buildAdminProperties());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        return Admin.create(settings);
    }

    /** Reads what is committed, from where it is told to. */
    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(properties.buildConsumerProperties());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, Topics.SAVERS);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) MAX_POLL_INTERVAL.toMillis());
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        // A topic that someone deleted is not to come back with a broker's defaults.
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // Whoever keeps a partition keeps what it has in hand.
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        settings.put(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG, List.of(UnsavedTallies.Listener.class.getName()));
        settings.put(UnsavedTallies.Listener.OF, unsaved);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        metrics.watch(consumer);
        return consumer;
    }

    /** Writes dead letters, and says before long whether they were taken. */
    Producer<byte[], byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(properties.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSizes.MAX_DEAD_LETTER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        metrics.watch(producer);
        return producer;
    }
}
