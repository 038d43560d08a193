package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.extractor.UnfencedExtractor;
import dev.dateline.model.Topics;
import dev.dateline.store.firestore.FirestoreEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault once, on a cluster at work; then worse extractors than ours. Both on one cluster, because its processes take longest to
 * start. Its store is Firestore's emulator, behind a network that fails too, or, without one, SQLite.
 */
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

    private static final int POSTS_PER_SECOND = 10;
    private static final int MOST_POSTS = 10_000;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Random RANDOM = new Random(SEED);

    @TempDir
    private static Path folder;

    private static TestedStore store;
    private static Run run;

    @BeforeAll
    static void start() throws IOException {
        System.out.println("faults, seed " + SEED);
        store = store();
        run = new Run(folder, store, RANDOM);
        run.extract(ExtractorService.class);
    }

    @AfterAll
    static void end() {
        try (TestedStore ended = store) {
            if (run != null) {
                run.close();
            }
        }
    }

    @Test
    @Order(1)
    void everyAcceptedPostIsCountedOnceThroughEveryFault() throws Exception {
        Scene scene = run.begin(MOST_POSTS, POSTS_PER_SECOND);
        // What strikes someone who has yet to begin strikes nothing.
        for (String group : List.of(Topics.EXTRACTORS, Topics.SAVERS)) {
            try (var workers = new Recovery(scene.cluster(), group)) {
                workers.awaitWork();
            }
        }

        run.end(scene, Script.of(EnumSet.allOf(Fault.class), LONGEST_PAUSE_MILLIS, RANDOM))
                .assertExact(SEED);
    }

    /** The harness finds doubles where there are some: an extractor that nobody refuses comes back from the dead. */
    @Test
    @Order(2)
    void withoutTheGuardAgainstZombiesTheRecountFindsDoubles() throws Exception {
        run.extract(UnfencedExtractor.class);
        Scene scene = run.begin(MOST_POSTS, POSTS_PER_SECOND);
        try (var extractors = new Recovery(scene.cluster(), Topics.EXTRACTORS)) {
            Jvm zombie = scene.cluster().extractors().get(0);
            extractors.awaitWork();
            zombie.awaitNext(UnfencedExtractor.HAS_BATCH, () -> {});
            zombie.freeze();
            // On all partitions, its own too: what it has in its hands is counted by the other one then.
            extractors.awaitWork();
            zombie.awaitNext(UnfencedExtractor.HAS_COMMITTED, zombie::thaw);
            // Its offsets are behind the other one's, who has to commit once more when nobody else does.
            zombie.terminate();
            extractors.awaitWork();
        }
        Outcome outcome = run.end(scene, Script.inTurn());

        System.out.printf("without the guard, seed %d%n%s%n", SEED, outcome);
        assertThat(outcome.counted()).as("seed %d", SEED).isGreaterThan(outcome.posts());
        assertThat(outcome.differences()).as("seed %d", SEED).isPositive();
    }

    private static TestedStore store() throws IOException {
        Optional<String> emulator = FirestoreEmulator.address();
        return emulator.isPresent() ? new FirestoreStore(emulator.get()) : new SqliteStore(folder);
    }
}
