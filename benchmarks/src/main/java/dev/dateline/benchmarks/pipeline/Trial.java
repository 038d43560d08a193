package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.client.ExplorerClient.Totals;
import java.util.Map;

/**
 * One set sent to a {@code dateline up}.
 *
 * @param pass 1 for one that has just started, and has everything to learn
 */
record Trial(Launcher launcher, DataSet set, Setup setup, int pass) {

    Run run(RunningDateline dateline) throws Exception {
        ExplorerClient explorer = dateline.explorer();
        long articlesBefore = explorer.totals().articles();
        long acceptedBefore = explorer.pipeline().accepted();
        double busyBefore = BusyTime.now();
        ThreadDump before = ThreadDump.of(dateline.pid());
        Upload upload = Upload.start(launcher, dateline, set);
        Stopwatch.Times times = Stopwatch.measure(explorer, upload, acceptedBefore);
        ThreadDump after = ThreadDump.of(dateline.pid());
        double busy = BusyTime.now() - busyBefore;
        long memory = dateline.peakMemory();
        Totals totals = explorer.totals();
        long articles = totals.articles() - articlesBefore;
        if (articles != set.size().articles()) {
            throw new IllegalStateException("%,d articles came into the store, not %,d"
                    .formatted(articles, set.size().articles()));
        }
        double cpu = after.processCpuSeconds() - before.processCpuSeconds();
        Map<Stage, ThreadDump.Cost> stages = after.since(before);
        if (stages.getOrDefault(Stage.OTHER, ThreadDump.Cost.NONE).cpuSeconds() > 1) {
            System.out.println("threads of no stage: " + after.busiestOf(Stage.OTHER));
        }
        return new Run(
                set.size(),
                setup,
                pass,
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
