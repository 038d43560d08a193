package dev.dateline.cli.upload;

import dev.dateline.cli.console.Failure;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How fast rows may go. */
public interface Pace {

    /** Returns when the next row may go. */
    void await();

    /** As fast as it goes. */
    static Pace any() {
        return () -> {};
    }

    /**
     * So many a second, evenly.
     *
     * @throws Failure (usage) if it is less than 1
     */
    static Pace of(long perSecond) {
        if (perSecond < 1) {
            throw Failure.usage("--rate: at least 1, not " + perSecond);
        }
        Bucket bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
        return () -> {
            try {
                bucket.asBlocking().consume(1);
            } catch (InterruptedException e) {
                throw Failure.interrupted(e);
            }
        };
    }
}
