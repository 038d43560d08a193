package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.client.ExplorerClient.Totals;
import java.util.Map;

/** One set sent to a {@code dateline up} that has just started: no warm-up, it has everything to learn. */
record Trial(Launcher launcher, DataSet set, Setup setup) {

    Run run(RunningDateline dateline) throws Exception {
        ExplorerClient explorer = dateline.explorer();
        double busyBefore = BusyTime.now();
        ThreadDump before = ThreadDump.of(dateline.pid());
        Upload upload = Upload.start(launcher, dateline, set);
        Stopwatch.Times times = Stopwatch.measure(explorer, upload);
        ThreadDump after = ThreadDump.of(dateline.pid());
        double busy = BusyTime.now() - busyBefore;
        long memory = dateline.peakMemory();
        Totals totals = explorer.totals();
        if (totals.articles() != set.size().articles()) {
            throw new IllegalStateException("%,d articles are in the store, not %,d"
                    .formatted(totals.articles(), set.size().articles()));
        }
        double cpu = after.processCpuSeconds() - before.processCpuSeconds();
        Map<Stage, ThreadDump.Cost> stages = after.since(before);
        if (stages.getOrDefault(Stage.OTHER, ThreadDump.Cost.NONE).cpuSeconds() > 1) {
            System.out.println("threads of no stage: " + after.busiestOf(Stage.OTHER));
        }
        return new Run(
                set.size(),
                setup,
                dateline.readySeconds(),
                times,
                upload.cpuSeconds(),
                cpu,
                busy - cpu - upload.cpuSeconds(),
                stages,
                memory,
                Folders.size(dateline.data()),
                Folders.sizeOfFiles(dateline.database()),
                totals.publications() + totals.entities(),
                QueryTimes.of(explorer));
    }
}
