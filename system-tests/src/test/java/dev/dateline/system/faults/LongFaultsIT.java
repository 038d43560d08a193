package dev.dateline.system.faults;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.model.Topics;
import dev.dateline.store.firestore.FirestoreEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random kills for as long as one likes, and every other fault twice: {@code -Dfaults.kills}, {@code -Dfaults.posts}, {@code
 * -Dfaults.rate}, {@code -Dseed}.
 */
@Tag("long")
class LongFaultsIT {

    private static final List<Fault> KILLS =
            List.of(Fault.EXTRACTOR_KILLED, Fault.SAVER_KILLED, Fault.GATEWAY_KILLED, Fault.BROKER_KILLED);

    private static final int COUNT = Integer.getInteger("faults.kills", 100);
    private static final int POSTS = Integer.getInteger("faults.posts", 100_000);
    private static final int POSTS_PER_SECOND = Integer.getInteger("faults.rate", 50);

    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void losesAndDoublesNothingOnSqlite(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        try (var store = new SqliteStore(folder)) {
            run(folder, store);
        }
    }

    @Test
    void losesAndDoublesNothingOnFirestore(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws Exception {
        try (var store = new FirestoreStore(FirestoreEmulator.addressOrSkip())) {
            run(folder, store);
        }
    }

    private void run(Path folder, TestedStore store) throws IOException {
        var random = new Random(seed);
        List<Fault> faults = faults(random);
        System.out.printf("%d faults, %d posts, seed %d%n", faults.size(), POSTS, seed);
        try (var run = new Run(folder, store, random)) {
            run.extract(ExtractorService.class);
            Scene scene = run.begin(POSTS, POSTS_PER_SECOND);
            printRecovery(scene, Topics.EXTRACTORS, scene.cluster().extractors().get(0));
            printRecovery(scene, Topics.SAVERS, scene.cluster().savers().get(0));
            run.endAfterAll(scene, Script.of(faults, longestPause(faults.size()), random))
                    .assertExact(seed);
        }
    }

    /** Of one that is killed while all else goes well. */
    private static void printRecovery(Scene scene, String group, Jvm process) {
        try (var recovery = new Recovery(scene.cluster(), group)) {
            recovery.awaitWork();
            System.out.printf("%s was missed for %s%n", process.name(), recovery.after(process));
        }
    }

    private static List<Fault> faults(Random random) {
        var faults = new ArrayList<Fault>();
        random.ints(COUNT, 0, KILLS.size()).forEach(kill -> faults.add(KILLS.get(kill)));
        EnumSet<Fault> others = EnumSet.complementOf(EnumSet.copyOf(KILLS));
        faults.addAll(others);
        faults.addAll(others);
        return faults;
    }

    /** The faults are spread over the whole of the load: a pause is three quarters of the longest on average. */
    private static int longestPause(int faults) {
        return (int) (1_000L * POSTS / POSTS_PER_SECOND / faults * 4 / 3);
    }
}
