package dev.dateline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {

    private static final String DUMP = """
            7172:
            2026-11-21 15:36:33
            Full thread dump OpenJDK 64-Bit Server VM (17.0.15+6 mixed mode, sharing):

            "extractor-0-C-1" #111 prio=5 os_prio=0 cpu=179.13ms elapsed=41.32s allocated=3841K defined_classes=1 tid=0x000055d6196b5d20 nid=0x2d01 runnable  [0x00007fa1eabfd000]
               java.lang.Thread.State: RUNNABLE
            	at sun.nio.ch.EPoll.wait(java.base@17.0.15/Native Method)

            "kafka-producer-network-thread | gateway-service-producer-1" #123 daemon prio=5 os_prio=0 cpu=15.86ms elapsed=39.62s allocated=346B defined_classes=0 tid=0x00007fa2086cd590 nid=0x2d1c runnable  [0x00007fa1e54fe000]
            "start" #15 daemon prio=5 os_prio=0 cpu=1426.92ms elapsed=80.71s allocated=158M defined_classes=61 tid=0x00007fa2a4ad41f0 nid=0x2a6d waiting on condition  [0x00007fa2387fd000]
            "GC Thread#1" os_prio=0 cpu=253.97ms elapsed=74.62s tid=0x00007fa2340012c0 nid=0x2aa7 runnable
            """;

    @Test
    void aThreadHasItsNameItsCpuAndWhatItAllocated() {
        List<ThreadCost> threads = ThreadDump.parse(DUMP.lines());

        assertThat(threads)
                .containsExactly(
                        new ThreadCost("extractor-0-C-1", "0x2d01", 179.13 / 1e3, 3_841 * 1_024),
                        new ThreadCost(
                                "kafka-producer-network-thread | gateway-service-producer-1",
                                "0x2d1c",
                                15.86 / 1e3,
                                346),
                        new ThreadCost("start", "0x2a6d", 1426.92 / 1e3, 158 << 20),
                        new ThreadCost("GC Thread#1", "0x2aa7", 253.97 / 1e3, 0));
    }

    @Test
    void aStageUsedWhatItsThreadsDidSinceTheFirstLookAndNewOnesFromTheirBegin() {
        var before = new ThreadDump(10, List.of(new ThreadCost("extractor-0-C-1", "0x1", 2, 100)));
        var after = new ThreadDump(
                15,
                List.of(
                        new ThreadCost("extractor-0-C-1", "0x1", 4, 150),
                        new ThreadCost("extractor-1-C-1", "0x2", 1.5, 20),
                        new ThreadCost("saver", "0x3", 0.5, 7)));

        Map<Stage, ThreadDump.Cost> stages = after.since(before);

        assertThat(stages.get(Stage.EXTRACTOR)).isEqualTo(new ThreadDump.Cost(3.5, 70));
        assertThat(stages.get(Stage.SAVER)).isEqualTo(new ThreadDump.Cost(0.5, 7));
        assertThat(stages.get(Stage.ENDED).cpuSeconds()).isCloseTo(1, within(1e-9));
    }

    @Test
    void whoseThreadItIsShowsInItsName() {
        assertThat(Stage.of("extractor-1-C-1")).isEqualTo(Stage.EXTRACTOR);
        assertThat(Stage.of("kafka-coordinator-heartbeat-thread | dateline-extractors"))
                .isEqualTo(Stage.EXTRACTOR);
        assertThat(Stage.of("kafka-coordinator-heartbeat-thread | dateline-savers"))
                .isEqualTo(Stage.SAVER);
        assertThat(Stage.of("kafka-producer-network-thread | gateway-service-producer-1"))
                .isEqualTo(Stage.GATEWAY);
        assertThat(Stage.of("data-plane-kafka-request-handler-0")).isEqualTo(Stage.BROKER);
        assertThat(Stage.of("ExpirationReaper-1-Fetch")).isEqualTo(Stage.BROKER);
        assertThat(Stage.of("GC Thread#0")).isEqualTo(Stage.COLLECTOR);
        assertThat(Stage.of("C2 CompilerThread0")).isEqualTo(Stage.COMPILERS);
        assertThat(Stage.of("main")).isEqualTo(Stage.OTHER);
    }
}
