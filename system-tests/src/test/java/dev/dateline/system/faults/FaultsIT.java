package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.extractor.UnfencedExtractor;
import dev.dateline.model.Topics;
import dev.dateline.system.EnabledIfContainers;
import java.io.IOException;
import java.nio.file.Files;
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
 * Every fault once, on SQLite; then those that a network to the store brings, on Firestore; then worse extractors than ours. One
 * cluster for all, because its processes take longest to start: savers on an empty store count everything anew.
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

    private static Run run;

    @BeforeAll
    static void start() throws IOException {
        System.out.println("faults, seed " + SEED);
        run = new Run(folder, RANDOM);
        run.extract(ExtractorService.class);
    }

    @AfterAll
    static void end() {
        run.close();
    }

    @Test
    @Order(1)
    void everyAcceptedPostIsCountedOnceOnSqliteThroughEveryFault() throws Exception {
        try (var store = new SqliteStore(folder)) {
            Scene scene = run.begin(store, MOST_POSTS, POSTS_PER_SECOND);
            run.end(scene, Script.of(EnumSet.allOf(Fault.class), LONGEST_PAUSE_MILLIS, RANDOM))
                    .assertExact(SEED);
        }
    }

    @Test
    @Order(2)
    @EnabledIfContainers
    void allOfThemAndMoreAreCountedOnceOnFirestoreThoughItsNetworkFails() throws Exception {
        try (var emulator = Firestore.start();
                var store = Firestore.store(emulator, "faults")) {
            Scene scene = run.begin(store, MOST_POSTS, POSTS_PER_SECOND);
            run.end(scene, Script.of(OF_STORES, LONGEST_PAUSE_MILLIS, RANDOM)).assertExact(SEED);
        }
    }

    /** The harness finds doubles where there are some: an extractor that nobody refuses comes back from the dead. */
    @Test
    @Order(3)
    void withoutTheGuardAgainstZombiesTheRecountFindsDoubles() throws Exception {
        run.extract(UnfencedExtractor.class);
        try (var store = new SqliteStore(Files.createDirectory(folder.resolve("unguarded")))) {
            Scene scene = run.begin(store, MOST_POSTS, POSTS_PER_SECOND);
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
    }
}
