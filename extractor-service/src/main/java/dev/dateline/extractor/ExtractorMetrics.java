package dev.dateline.extractor;

import dev.dateline.recognition.EntityRecognizer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the extractor counts about itself. Nothing here is done once a post: a batch is the unit. */
final class ExtractorMetrics {

    /** From a batch of a few short posts to the longest that a group waits for. */
    private static final Duration[] OF_BATCHES = {
        Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofMillis(500), Duration.ofSeconds(1),
        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)
    };

    /** A transaction lasts milliseconds, and is given up after ten seconds. */
    private static final Duration[] OF_TRANSACTIONS = {
        Duration.ofMillis(5), Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50),
        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(10)
    };

    /** From a live feed to a backlog of a day. */
    private static final Duration[] OF_AGES = {
        Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2),
        Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1)
    };

    private final Counter counted;
    private final Counter repeated;
    private final Counter dead;
    private final Counter droppedMentions;
    private final DistributionSummary batchSize;
    private final Timer batches;
    private final Timer commits;
    private final Timer failures;
    private final Timer ages;

    ExtractorMetrics(MeterRegistry registry, EntityRecognizer recognizer) {
        counted = registry.counter("dateline.extractor.posts", "outcome", "counted");
        repeated = registry.counter("dateline.extractor.posts", "outcome", "repeated");
        dead = registry.counter("dateline.extractor.posts", "outcome", "dead");
        droppedMentions = registry.counter("dateline.extractor.mentions.dropped");
        batchSize = DistributionSummary.builder("dateline.extractor.batch.posts")
                .description("posts in a transaction")
                .serviceLevelObjectives(1, 5, 20, 50, 100, 200, 499, 1_000)
                .register(registry);
        batches = timer("batch", "from a poll's return to the commit of its batch", OF_BATCHES)
                .register(registry);
        commits = timer("transaction", "sends, offsets and commit", OF_TRANSACTIONS)
                .tag("outcome", "committed")
                .register(registry);
        failures = timer("transaction", "sends, offsets and commit", OF_TRANSACTIONS)
                .tag("outcome", "failed")
                .register(registry);
        ages = timer("post.age", "of a batch's oldest post, from its topic's log to the commit", OF_AGES)
                .register(registry);
        FunctionCounter.builder("dateline.extractor.cache.lookups", recognizer, EntityRecognizer::lookups)
                .description("chunks of text that were looked up in what is remembered")
                .register(registry);
        FunctionCounter.builder("dateline.extractor.cache.misses", recognizer, EntityRecognizer::misses)
                .description("chunks of text that were not remembered")
                .register(registry);
    }

    /** A batch is counted: all of it, from poll to commit. */
    void done(long nanos, Duration ageOfOldest) {
        batches.record(nanos, TimeUnit.NANOSECONDS);
        ages.record(ageOfOldest);
    }

    /** Runs a transaction. */
    void time(Runnable transaction) {
        long begin = System.nanoTime();
        Timer outcome = failures;
        try {
            transaction.run();
            outcome = commits;
        } finally {
            outcome.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }

    void committed(Batch batch) {
        int posts = batch.counted().values().stream().mapToInt(Map::size).sum();
        counted.increment(posts);
        repeated.increment(batch.repeats());
        dead.increment(batch.deadLetters().size());
        droppedMentions.increment(batch.droppedMentions());
        batchSize.record(posts + batch.repeats() + batch.deadLetters().size());
    }

    private static Timer.Builder timer(String name, String description, Duration... buckets) {
        return Timer.builder("dateline.extractor." + name)
                .description(description)
                .serviceLevelObjectives(buckets);
    }
}
