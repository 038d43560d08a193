package dev.dateline.extractor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;

/** What the extractor counts about itself, once its transaction was committed. */
final class ExtractorMetrics {

    private final Counter counted;
    private final Counter repeated;
    private final Counter dead;
    private final Counter droppedMentions;

    ExtractorMetrics(MeterRegistry registry) {
        counted = registry.counter("dateline.extractor.posts", "outcome", "counted");
        repeated = registry.counter("dateline.extractor.posts", "outcome", "repeated");
        dead = registry.counter("dateline.extractor.posts", "outcome", "dead");
        droppedMentions = registry.counter("dateline.extractor.mentions.dropped");
    }

    void committed(Batch batch) {
        counted.increment(batch.counted().values().stream().mapToInt(Map::size).sum());
        repeated.increment(batch.repeats());
        dead.increment(batch.deadLetters().size());
        droppedMentions.increment(batch.droppedMentions());
    }
}
