package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.extractor.UnfencedExtractor;
import dev.dateline.model.Topics;
import dev.dateline.system.EnabledIfContainers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault once; those of the store once more; then worse extractors than ours. On one cluster, because its processes take
 * longest to start. Its store is Firestore's emulator, behind a network that fails too, or, without a container engine, SQLite.
 */
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

    private static final int POSTS_PER_SECOND = 20;
    private static final int MOST_POSTS = 10_000;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    private static final EnumSet<Fault> OF_STORES = EnumSet.of(
            Fault.STORE_AWAY,
            Fault.STORE_SLOW,
            Fault.STORE_LOSES_ANSWERS,
            Fault.SAVER_KILLED,
            Fault.SAVER_FROZEN,
            Fault.BATCH_ABORTED);

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

        run.end(scene, Script.of(EnumSet.allOf(Fault.class), LONGEST_PAUSE_MILLIS, RANDOM))
                .assertExact(SEED);
    }

    /** Some of them struck savers that had yet to begin. */
    @Test
    @Order(2)
    void thoseOfTheStoreAreSurvivedByWhoWorksToo() throws Exception {
        Scene scene = run.begin(MOST_POSTS, POSTS_PER_SECOND);
        try (var savers = new Recovery(scene.cluster(), Topics.SAVERS)) {
            savers.awaitWork();
        }

        Outcome outcome = run.end(scene, Script.of(OF_STORES, LONGEST_PAUSE_MILLIS, RANDOM));

        outcome.assertExact(SEED);
        assertThat(outcome.standstills().get(Topics.SAVERS))
                .as("savers with a store that was away, seed %d", SEED)
                .isGreaterThan(Fault.ABSENCE.dividedBy(2));
    }

    /** The harness finds doubles where there are some: an extractor that nobody refuses comes back from the dead. */
    @Test
    @Order(3)
    void withoutTheGuardAgainstZombiesTheRecountFindsDoubles() throws Exception {
        run.extract(UnfencedExtractor.class);
        Scene scene = run.begin(MOST_POSTS, POSTS_PER_SECOND);
        try (var extractors = new Recovery(scene.cluster(), Topics.EXTRACTORS)) {
            List<Jvm> zombies = scene.cluster().extractors().subList(0, 2);
            scene.cluster().extractors().get(2).start();
            extractors.awaitWork();
            // Each took its next batch then, and takes twice as long before it begins that one's transaction.
            Pause.of(UnfencedExtractor.SLOWNESS.dividedBy(2));
            zombies.forEach(Jvm::freeze);
            // On all partitions, theirs too: what they hold in their hands is counted by the third one then.
            extractors.awaitWork();
            zombies.forEach(Jvm::thaw);
            extractors.awaitWork();
        }
        Outcome outcome = run.end(scene, Script.inTurn());

        System.out.printf("without the guard, seed %d%n%s%n", SEED, outcome);
        assertThat(outcome.counted()).as("seed %d", SEED).isGreaterThan(outcome.posts());
        assertThat(outcome.differences()).as("seed %d", SEED).isPositive();
    }

    private static TestedStore store() throws IOException {
        return EnabledIfContainers.Condition.isMet() ? new FirestoreStore() : new SqliteStore(folder);
    }
}
