package dev.dateline.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the gateway counts about itself. Repeats are the extractor's to count: the gateway keeps nothing to know one by. */
final class GatewayMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter bytes;
    private final Timer durable;
    private final Map<Refusal.Reason, Counter> rejected = new EnumMap<>(Refusal.Reason.class);

    GatewayMetrics(MeterRegistry registry, Backlog backlog) {
        this.registry = registry;
        accepted = registry.counter("dateline.gateway.posts.accepted");
        bytes = registry.counter("dateline.gateway.posts.bytes");
        durable = Timer.builder("dateline.gateway.posts.durable")
                .description("from a post's last byte to Kafka's acknowledgement")
                .publishPercentileHistogram()
                .register(registry);
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            rejected.put(reason, registry.counter("dateline.gateway.posts.rejected", "reason", tag(reason)));
        }
        // Known from the start: who watches for the first one must not have to guess.
        for (String reason : List.of("missing", "unknown", "not-valid", "scope")) {
            registry.counter("dateline.gateway.keys.refused", "reason", reason);
        }
        registry.gauge("dateline.gateway.posts.in.flight", backlog, Backlog::posts);
    }

    void accepted(int size, long nanos) {
        accepted.increment();
        bytes.increment(size);
        durable.record(nanos, TimeUnit.NANOSECONDS);
    }

    void rejected(Refusal.Reason reason) {
        Counter counter = rejected.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A request whose key opened nothing. */
    void keyRefused(String reason) {
        registry.counter("dateline.gateway.keys.refused", "reason", reason).increment();
    }

    private static String tag(Refusal.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
