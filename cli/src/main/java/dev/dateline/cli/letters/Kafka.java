package dev.dateline.cli.letters;

import dev.dateline.cli.console.Failure;
import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's clients, for a person who waits: they give up after seconds. */
public final class Kafka {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings;

    /** With the settings of Kafka's clients, at least {@code bootstrap.servers}. */
    public Kafka(Map<String, Object> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Reads what is committed, from where it is told to. */
    Consumer<byte[], byte[]> consumer() {
        var all = new HashMap<>(settings);
        all.put(ConsumerConfig.GROUP_ID_CONFIG, Topics.REDRIVE);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The one producer that redrives: whoever begins to takes its transactions over from whoever did before. */
    Producer<byte[], byte[]> redriver() {
        var all = new HashMap<>(settings);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, Topics.REDRIVE);
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) PATIENCE.toMillis());
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSizes.MAX_RECORD_BYTES);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** In one line. */
    Failure failure(KafkaException e) {
        return Failure.failed(
                "Kafka at %s: %s".formatted(settings.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG), e.getMessage()),
                e);
    }
}
