package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.UnfencedExtractor;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness finds doubles where there are some: with an extractor that nobody refuses when it comes back from the dead. */
class NegativeControlIT {

    @Test
    void withoutTheGuardAgainstZombiesTheSameFaultDoublesAndTheRecountSeesIt(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        try (var run = new Run(folder, UnfencedExtractor.class.getName(), random);
                var store = new SqliteStore(folder)) {
            // More than two extractors can do, so that a frozen one has posts in its hands.
            Scene scene = run.begin(store, 10_000, 200);
            Outcome outcome = run.end(
                    scene,
                    Script.ofEach(
                            List.of(Fault.EXTRACTOR_FROZEN, Fault.EXTRACTOR_FROZEN, Fault.EXTRACTOR_FROZEN),
                            2_000,
                            random));

            System.out.println(outcome);
            assertThat(outcome.counted()).as("seed %d", seed).isGreaterThan(outcome.posts());
            assertThat(outcome.differences()).as("seed %d", seed).isPositive();
        }
    }
}
