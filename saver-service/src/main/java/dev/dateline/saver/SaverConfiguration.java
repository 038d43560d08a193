package dev.dateline.saver;

import dev.dateline.store.StoreOpener;
import dev.dateline.store.Stores;
import dev.dateline.topics.CannotGoOnException;
import dev.dateline.topics.RecordTraces;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the saver together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SaverSettings.class)
class SaverConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SaverConfiguration.class);

    @Bean
    SaverMetrics saverMetrics(MeterRegistry registry) {
        return new SaverMetrics(registry);
    }

    /** Spring Boot has a tracer only where the profile {@code tracing} is on. */
    @Bean
    Savers savers(
            SaverSettings settings,
            KafkaProperties kafka,
            SaverMetrics metrics,
            ObjectProvider<Tracer> tracer,
            ObjectProvider<OpenTelemetry> telemetry,
            ApplicationEventPublisher events) {
        RecordTraces traces = tracer.getIfAvailable() == null ? null : new RecordTraces(telemetry.getObject());
        var unsaved = new UnsavedTallies(traces != null);
        return new Savers(
                new KafkaClients(kafka, unsaved, metrics),
                new StoreOpener<>(
                        () -> new ObservedStore(Stores.openToWrite(settings.store()), unsaved, metrics, traces)),
                settings.topics(),
                settings.concurrency(),
                settings.lingerOfStore(),
                failure -> report(failure, events));
    }

    @Bean
    HealthIndicator saverHealthIndicator(Savers savers) {
        return () -> {
            String trouble = savers.trouble();
            return trouble == null
                    ? Health.up().build()
                    : Health.down().withDetail("trouble", trouble).build();
        };
    }

    private static void report(Throwable failure, ApplicationEventPublisher events) {
        if (failure instanceof CannotGoOnException) {
            AvailabilityChangeEvent.publish(events, failure, LivenessState.BROKEN);
        } else {
            log.error("the saver ended", failure);
            var line = new CannotGoOnException("the saver can't go on: " + failure, failure);
            AvailabilityChangeEvent.publish(events, line, LivenessState.BROKEN);
        }
    }
}
