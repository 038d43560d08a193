package dev.dateline.gateway;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import dev.dateline.model.PostJson;
import dev.dateline.topics.TopicSetup;
import dev.dateline.topics.TopicSizes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** How the gateway's parts are put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    /** Handing a record over takes microseconds, unless no broker is found: then more threads would only wait as well. */
    private static final int SENDER_THREADS = 4;

    /** Per thread. Beyond it, and in an outage, an immediate 503 is better than memory full of waiting posts. */
    private static final int WAITING_POSTS = 64;

    @Bean
    ApiKeys apiKeys(GatewaySettings settings) {
        return new ApiKeys(settings.keyHashes());
    }

    @Bean
    PostJson postJson(GatewaySettings settings) {
        return new PostJson((int) settings.maxContent().toBytes());
    }

    /** UUIDs of version 7. */
    @Bean
    NoArgGenerator ids() {
        return Generators.timeBasedEpochGenerator();
    }

    @Bean(destroyMethod = "dispose")
    Scheduler senders() {
        return Schedulers.newBoundedElastic(SENDER_THREADS, WAITING_POSTS, "kafka-send");
    }

    @Bean
    PostPublisher postPublisher(
            KafkaTemplate<String, byte[]> kafka,
            Scheduler senders,
            GatewaySettings settings,
            ApplicationAvailability availability) {
        return new PostPublisher(kafka, senders, settings.sendTimeout(), availability);
    }

    @Bean
    KafkaTemplate<String, byte[]> kafkaTemplate(ProducerFactory<String, byte[]> producers) {
        var template = new KafkaTemplate<>(producers);
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
        // Given up when the client is told so: hardly anything that was answered 503 is sent afterwards.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        // Half, so that a request that gets lost is sent once more in time.
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout / 2);
        var producers = new DefaultKafkaProducerFactory<>(config, new StringSerializer(), new ByteArraySerializer());
        producers.setPhysicalCloseTimeout((int) settings.sendTimeout().toSeconds());
        return producers;
    }

    /** Runs when HTTP is up, and before the gateway counts as ready: until the topic is there, posts are answered 503. */
    @Bean
    ApplicationRunner topicSetup(KafkaProperties kafka, GatewaySettings settings) {
        var sizes = new TopicSizes(settings.partitions(), settings.replicas());
        return arguments -> new TopicSetup(kafka.buildAdminProperties()).ensure(List.of(sizes.posts()));
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaProperties kafka) {
        return new KafkaHealth(kafka.buildAdminProperties());
    }

    /** Our own threads for HTTP: the shared ones end for everyone in the process when the first context ends. */
    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    @Bean
    ProblemHandler problemHandler(JsonMapper json) {
        return new ProblemHandler(json);
    }
}
