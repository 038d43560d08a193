package dev.dateline.system.faults;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.system.EnabledIfContainers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random faults for as long as one likes: {@code -Dfaults.count}, {@code -Dfaults.posts}, {@code -Dfaults.rate}, {@code -Dseed}. */
@Tag("long")
class LongFaultsIT {

    private static final int FAULTS = Integer.getInteger("faults.count", 100);
    private static final int POSTS = Integer.getInteger("faults.posts", 100_000);
    private static final int POSTS_PER_SECOND = Integer.getInteger("faults.rate", 40);

    /** The faults are spread over the whole of the load. */
    private static final int LONGEST_PAUSE_MILLIS = (int) (1_000L * POSTS / POSTS_PER_SECOND / FAULTS * 4 / 3);

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void losesAndDoublesNothingOnSqlite(@TempDir Path folder) throws Exception {
        try (var store = new SqliteStore(folder)) {
            run(folder, store);
        }
    }

    @Test
    @EnabledIfContainers
    void losesAndDoublesNothingOnFirestore(@TempDir Path folder) throws Exception {
        try (var emulator = Firestore.start();
                var store = Firestore.store(emulator, "long")) {
            run(folder, store);
        }
    }

    private void run(Path folder, TestedStore store) throws IOException {
        System.out.printf("%d faults, %d posts, seed %d%n", FAULTS, POSTS, seed);
        var random = new Random(seed);
        try (var run = new Run(folder, ExtractorService.class.getName(), random)) {
            Scene scene = run.begin(store, POSTS, POSTS_PER_SECOND);
            run.endAfterAll(scene, Script.ofAny(FAULTS, LONGEST_PAUSE_MILLIS, random))
                    .assertExact(seed);
        }
    }
}
