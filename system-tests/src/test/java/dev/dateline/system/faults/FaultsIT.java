package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.model.Topics;
import dev.dateline.system.EnabledIfContainers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault once, on SQLite; then those that a network to the store brings, on Firestore. One cluster for both, because its
 * processes take longest to start: savers on an empty store count everything anew.
 */
@TestMethodOrder(OrderAnnotation.class)
class FaultsIT {

    private static final int POSTS_PER_SECOND = 20;
    private static final int MOST_POSTS = 10_000;
    private static final int LONGEST_PAUSE_MILLIS = 1_500;

    /** On a machine of its own 15 s are enough; a build that shares its cores gets the time that it needs to start a process. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

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
        run = new Run(folder, ExtractorService.class.getName(), RANDOM);
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
            assertThat(recovery(
                            scene,
                            Topics.EXTRACTORS,
                            scene.cluster().extractors().get(0)))
                    .isLessThan(LONGEST_RECOVERY);
            assertThat(recovery(scene, Topics.SAVERS, scene.cluster().savers().get(0)))
                    .isLessThan(LONGEST_RECOVERY);

            run.end(scene, Script.ofEach(EnumSet.allOf(Fault.class), LONGEST_PAUSE_MILLIS, RANDOM))
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
            run.end(scene, Script.ofEach(OF_STORES, LONGEST_PAUSE_MILLIS, RANDOM))
                    .assertExact(SEED);
        }
    }

    private static Duration recovery(Scene scene, String group, Jvm process) {
        try (var recovery = new Recovery(scene.cluster(), group)) {
            recovery.awaitWork();
            Duration missed = recovery.after(process);
            System.out.printf("%s was missed for %s%n", process.name(), missed);
            return missed;
        }
    }
}
