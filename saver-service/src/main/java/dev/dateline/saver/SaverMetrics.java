package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** What the saver counts about itself. A commit is the unit. */
final class SaverMetrics {

    /** From SQLite's to what a store takes at its limit. */
    private static final Duration[] OF_COMMITS = {
        Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofMillis(50), Duration.ofMillis(100),
        Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20)
    };

    /** From a linger of SQLite's to a backlog of a day. */
    private static final Duration[] OF_AGES = {
        Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1),
        Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1)
    };

    private final MeterRegistry registry;
    private final Counter articles;
    private final Counter tallies;
    private final Counter writes;
    private final DistributionSummary commitTallies;
    private final Timer applied;
    private final Timer stale;
    private final Timer failed;
    private final Timer ages;

    SaverMetrics(MeterRegistry registry) {
        this.registry = registry;
        articles = registry.counter("dateline.saver.articles");
        tallies = registry.counter("dateline.saver.tallies");
        writes = registry.counter("dateline.saver.store.writes");
        commitTallies = DistributionSummary.builder("dateline.saver.commit.tallies")
                .description("tallies merged in a commit")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 500)
                .register(registry);
        applied = commits("applied");
        stale = commits("stale");
        failed = commits("failed");
        ages = Timer.builder("dateline.saver.tally.age")
                .description("of a commit's oldest tally, from its topic's log to the store")
                .serviceLevelObjectives(OF_AGES)
                .register(registry);
    }

    /** The commit is in the store, which wrote so many rows for it. */
    void applied(Collection<PublicationTally> commit, int rows, Duration time) {
        applied.record(time);
        articles.increment(commit.stream().mapToLong(PublicationTally::articles).sum());
        tallies.increment(commit.size());
        commitTallies.record(commit.size());
        writes.increment(rows);
    }

    /** Someone else's commit was there first, or this very one. */
    void stale(Duration time) {
        stale.record(time);
    }

    /** The store refused or did not answer. */
    void failed(Duration time) {
        failed.record(time);
    }

    /** How old the oldest tally of a commit was when the store had it. */
    void age(Duration oldest) {
        ages.record(oldest);
    }

    /** Tells how far behind a consumer is. */
    void watch(Consumer<?, ?> consumer) {
        new KafkaClientMetrics(consumer).bindTo(registry);
    }

    /** Counts what a producer sends: dead letters, and nothing else. */
    void watch(Producer<?, ?> producer) {
        producer.metrics().forEach((name, metric) -> {
            if (name.name().equals("record-send-total") && name.group().equals("producer-metrics")) {
                FunctionCounter.builder(
                                "dateline.saver.dead.letters",
                                metric,
                                sent -> ((Number) sent.metricValue()).doubleValue())
                        .description("tallies that could not be read")
                        .register(registry);
            }
        });
    }

    private Timer commits(String outcome) {
        return Timer.builder("dateline.saver.commit")
                .description("of the store, ledger included")
                .tag("outcome", outcome)
                .serviceLevelObjectives(OF_COMMITS)
                .register(registry);
    }
}
