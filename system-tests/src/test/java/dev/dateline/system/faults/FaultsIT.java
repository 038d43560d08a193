package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.extractor.ExtractorService;
import dev.dateline.model.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault once, on SQLite, after a look at how long a killed process is missed; and those of a store on Firestore too. */
class FaultsIT {

    private static final int POSTS_PER_SECOND = 20;
    /** On a machine of its own 15 s are enough; a build that shares its cores gets the time that it needs to start a process. */
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);

    @Test
    void everyAcceptedPostIsCountedOnceThroughEveryFault(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        System.out.println("faults, seed " + seed);
        try (var run = new Run(folder, ExtractorService.class.getName(), random);
                var store = new SqliteStore(folder)) {
            Scene scene = run.begin(store, 10_000, POSTS_PER_SECOND);
            assertThat(recovery(
                            scene,
                            Topics.EXTRACTORS,
                            scene.cluster().extractors().get(0)))
                    .isLessThan(LONGEST_RECOVERY);
            assertThat(recovery(scene, Topics.SAVERS, scene.cluster().savers().get(0)))
                    .isLessThan(LONGEST_RECOVERY);

            run.end(scene, Script.ofEach(EnumSet.allOf(Fault.class), 1_500, random))
                    .assertExact(seed);
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
