package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.UnfencedExtractor;
import dev.dateline.model.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness finds doubles where there are some: with an extractor that nobody refuses when it comes back from the dead. */
@Tag("long")
class NegativeControlIT {

    /** At least half of it lies between two: the first is awake again by then. */
    private static final int LONGEST_PAUSE_MILLIS = 2 * (int) Fault.LASTING.toMillis();

    @Test
    void withoutTheGuardAgainstZombiesTheSameFaultDoublesAndTheRecountSeesIt(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        try (var run = new Run(folder, UnfencedExtractor.class.getName(), random);
                var store = new SqliteStore(folder)) {
            Scene scene = run.begin(store, 10_000, 20);
            try (var extractors = new Recovery(scene.cluster(), Topics.EXTRACTORS)) {
                extractors.awaitWork();
            }
            var frozenTwice = List.of(Fault.EXTRACTOR_FROZEN, Fault.EXTRACTOR_FROZEN);
            Outcome outcome = run.end(scene, Script.ofEach(frozenTwice, LONGEST_PAUSE_MILLIS, random));

            System.out.printf("without the guard, seed %d%n%s%n", seed, outcome);
            assertThat(outcome.counted()).as("seed %d", seed).isGreaterThan(outcome.posts());
            assertThat(outcome.differences()).as("seed %d", seed).isPositive();
        }
    }
}
