package dev.dateline.gateway;

import dev.dateline.topics.TopicSetup;
import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/** The gateway's side of Kafka: one producer for all requests, which never blocks. */
@Configuration(proxyBeanMethods = false)
class KafkaConfiguration {

    /** The topic would be forgotten after five idle minutes, and the next post have to wait for it. */
    private static final Duration NEVER_FORGET = Duration.ofDays(3_650);

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers, KafkaProperties kafka) {
        var template = new KafkaTemplate<>(producers);
        // A span a post, and its trace in the record's headers; off unless the profile "tracing" is on.
        template.setObservationEnabled(kafka.getTemplate().isObservationEnabled());
        // The default logs the content of what could not be sent.
        template.setProducerListener(null);
        return template;
    }

    @Bean
    ProducerFactory<String, byte[]> producerFactory(KafkaProperties kafka, GatewaySettings settings) {
        Map<String, Object> config = kafka.buildProducerProperties();
        int timeout = (int) settings.sendTimeout().toMillis();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, CompressionType.LZ4.name);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, TopicSizes.MAX_RECORD_BYTES);
        // Threads of HTTP hand over posts: none may ever wait, neither for room in the buffer nor for a topic's
        // whereabouts.
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        config.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, NEVER_FORGET.toMillis());
        // Given up when the client is told so: hardly anything that was answered 503 is sent afterwards.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        // Half, so that a request that gets lost is sent once more in time.
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        // Measured beside others (docs/gateway.md). What the operator says of the two stands.
        config.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        var producers = new DefaultKafkaProducerFactory<>(config, new StringSerializer(), new ByteArraySerializer());
        producers.setPhysicalCloseTimeout((int) settings.sendTimeout().toSeconds());
        return producers;
    }

    /** Runs when HTTP is up, and before the gateway counts as ready: until the topic is there, posts are answered 503. */
    @Bean
    ApplicationRunner topicSetup(
            KafkaProperties kafka, GatewaySettings settings, ProducerFactory<String, byte[]> producers) {
        var sizes = new TopicSizes(settings.partitions(), settings.replicas());
        return arguments -> {
            new TopicSetup(kafka.buildAdminProperties()).ensure(List.of(sizes.posts()));
            new ProducerWarmUp(producers).await();
        };
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaProperties kafka) {
        return new KafkaHealth(kafka.buildAdminProperties());
    }

    @Bean
    KafkaProbe kafkaProbe(Backlog backlog, KafkaHealth health) {
        return new KafkaProbe(backlog, health);
    }
}
