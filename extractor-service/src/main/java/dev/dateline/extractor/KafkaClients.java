package dev.dateline.extractor;

import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.DefaultTransactionIdSuffixStrategy;
import org.springframework.kafka.core.KafkaTemplate;

/** Kafka's clients as exactly-once needs them, over what {@code spring.kafka} says of brokers and security. */
class KafkaClients {

    /**
     * To leave the group takes one request, but that comes after one that may wait for all other members; by itself a consumer
     * waits for 30 s, and an extractor is to be gone within 10 s.
     */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final KafkaProperties kafka;
    private final ExtractorSettings settings;

    KafkaClients(KafkaProperties kafka, ExtractorSettings settings) {
        this.kafka = kafka;
        this.settings = settings;
    }

    Map<String, Object> adminSettings() {
        return kafka.buildAdminProperties();
    }

    /** Consumers of posts. */
    ConsumerFactory<byte[], byte[]> postConsumers() {
        Map<String, Object> properties = readCommitted();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchSize());
        properties.put(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) settings.linger().toMillis());
        // A batch is worth waiting for, up to the linger; a fetch that is compressed holds several.
        properties.put(
                ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
                (int) settings.batchBytes().toBytes() / 2);
        properties.put(
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                (int) settings.batchBytes().toBytes() * 2);
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, (int)
                settings.batchBytes().toBytes());
        // Five times the worst batch.
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 300_000);
        // A killed extractor's partitions are worked on again within seconds.
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // A rebalance takes only the partitions that move, so only their ids are loaded anew.
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new DefaultKafkaConsumerFactory<>(properties) {
            @Override
            protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> configuration) {
                return new ExtendedKafkaConsumer(configuration) {
                    @Override
                    public void close() {
                        close(CloseOptions.timeout(LONGEST_CLOSE));
                    }
                };
            }
        };
    }

    /** Consumers that read counted ids, in no group. */
    ConsumerFactory<byte[], byte[]> seenConsumers() {
        Map<String, Object> properties = readCommitted();
        // Ids are small: many a poll.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        return new DefaultKafkaConsumerFactory<>(properties);
    }

    /** A transactional producer of its own for each consumer thread, with an id that stays the same. */
    KafkaTemplate<byte[], byte[]> transactions(int thread) {
        Map<String, Object> properties = new HashMap<>(kafka.buildProducerProperties());
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSizes.MAX_DEAD_LETTER_BYTES);
        // A transaction lasts milliseconds; one that hangs holds readers up no longer than this.
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        var producers = new DefaultKafkaProducerFactory<byte[], byte[]>(properties);
        producers.setTransactionIdPrefix(settings.transactionPrefix() + thread + "-");
        // Spring's default takes a new suffix after each failure.
        producers.setTransactionIdSuffixStrategy(new DefaultTransactionIdSuffixStrategy(1));
        var template = new KafkaTemplate<>(producers);
        // The default logs the content of what could not be sent.
        template.setProducerListener(null);
        return template;
    }

    private Map<String, Object> readCommitted() {
        Map<String, Object> properties = new HashMap<>(kafka.buildConsumerProperties());
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        // A topic that someone deleted is not to come back with a broker's defaults.
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return properties;
    }
}
