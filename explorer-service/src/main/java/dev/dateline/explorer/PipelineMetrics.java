package dev.dateline.explorer;

import dev.dateline.explorer.pipeline.PipelineProbe;
import dev.dateline.explorer.pipeline.PipelineState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The pipeline's state as metrics: what waits is known here also when nobody works on it. Looked at when metrics are asked for;
 * not a number while Kafka or the store do not answer.
 */
@Component
class PipelineMetrics {

    private static final Logger log = LoggerFactory.getLogger(PipelineMetrics.class);

    /** Whoever asks more often gets the same answer: each look costs the broker some requests. */
    private static final Duration AGE = Duration.ofSeconds(10);

    /** Kafka's and the store's own patience is shorter. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Mono<PipelineState> state;

    PipelineMetrics(PipelineProbe probe, MeterRegistry registry) {
        state = SharedAnswer.to(probe::look, AGE);
        gauge(registry, "posts", "accepted posts in their topic", null, PipelineState::accepted);
        gauge(registry, "waiting", "posts and tallies that wait", "extraction", PipelineState::waitingForExtraction);
        gauge(registry, "waiting", "posts and tallies that wait", "saving", PipelineState::waitingToBeSaved);
        gauge(registry, "dead.letters", "what could not be processed", null, PipelineState::deadLetters);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            String description,
            @Nullable String stage,
            ToLongFunction<PipelineState> value) {
        Gauge.Builder<?> gauge = Gauge.builder("dateline.pipeline." + name, this, metrics -> metrics.look(value))
                .description(description);
        if (stage != null) {
            gauge.tag("stage", stage);
        }
        gauge.register(registry);
    }

    private double look(ToLongFunction<PipelineState> value) {
        try {
            PipelineState now = state.block(PATIENCE);
            return now == null ? Double.NaN : value.applyAsLong(now);
        } catch (RuntimeException e) {
            log.debug("the pipeline's state is not known", e);
            return Double.NaN;
        }
    }
}
