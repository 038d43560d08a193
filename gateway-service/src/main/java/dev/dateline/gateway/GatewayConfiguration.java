package dev.dateline.gateway;

import com.fasterxml.uuid.Generators;
import dev.dateline.model.PostJson;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How a post's way is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfiguration {

    /** Less than the producer's buffer, which must never be what is full. */
    private static final long BACKLOG_BYTES = 24L * 1024 * 1024;

    @Bean
    PostReader postReader(GatewaySettings settings) {
        // Ids are UUIDs of version 7.
        return new PostReader(
                new PostJson((int) settings.maxContent().toBytes()), Generators.timeBasedEpochGenerator());
    }

    @Bean
    BodyBudget bodyBudget(GatewaySettings settings) {
        return new BodyBudget(settings.bodyMemory().toBytes());
    }

    @Bean
    PostBody postBody(BodyBudget budget) {
        return new PostBody(budget);
    }

    @Bean
    Backlog backlog() {
        return new Backlog(BACKLOG_BYTES);
    }

    @Bean
    GatewayMetrics gatewayMetrics(MeterRegistry registry, Backlog backlog) {
        return new GatewayMetrics(registry, backlog);
    }

    @Bean
    PostPublisher postPublisher(
            KafkaTemplate<String, byte[]> kafka,
            Backlog backlog,
            GatewaySettings settings,
            ApplicationAvailability availability,
            GatewayMetrics metrics) {
        return new PostPublisher(kafka, backlog, settings.room(), availability, metrics);
    }

    @Bean
    BulkStream bulkStream(
            PostReader reader, PostPublisher publisher, GatewayMetrics metrics, GatewaySettings settings) {
        return new BulkStream(reader, publisher, metrics, settings.sendTimeout());
    }

    @Bean
    ReceiptWriter receiptWriter(JsonMapper json) {
        return new ReceiptWriter(json);
    }
}
