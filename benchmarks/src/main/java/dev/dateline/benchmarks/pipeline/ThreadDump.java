package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All threads of a JVM, and what each has used so far. */
record ThreadDump(double processCpuSeconds, List<ThreadCost> threads) {

    /** What a stage used between two looks. */
    record Cost(double cpuSeconds, long allocated) {

        static final Cost NONE = new Cost(0, 0);

        Cost plus(double seconds, long bytes) {
            return new Cost(cpuSeconds + seconds, allocated + bytes);
        }
    }

    /** Looks at a JVM now. */
    static ThreadDump of(long pid) throws IOException, InterruptedException {
        String text = Jcmd.run(pid, "Thread.print", "-e");
        Duration cpu =
                ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElse(Duration.ZERO);
        return new ThreadDump(cpu.toMillis() / 1e3, parse(text.lines()));
    }

    static List<ThreadCost> parse(Stream<String> lines) {
        return lines.map(ThreadCost::of).flatMap(Optional::stream).toList();
    }

    /** What each stage used since then. */
    Map<Stage, Cost> since(ThreadDump before) {
        Map<String, ThreadCost> earlier = before.threads.stream()
                .collect(Collectors.toMap(thread -> thread.id() + thread.name(), thread -> thread, (one, same) -> one));
        var costs = new EnumMap<Stage, Cost>(Stage.class);
        double owned = 0;
        for (ThreadCost thread : threads) {
            ThreadCost then = earlier.getOrDefault(thread.id() + thread.name(), new ThreadCost("", "", 0, 0));
            double cpu = thread.cpuSeconds() - then.cpuSeconds();
            long allocated = thread.allocated() - then.allocated();
            costs.merge(
                    Stage.of(thread.name()),
                    Cost.NONE.plus(cpu, allocated),
                    (sum, one) -> sum.plus(one.cpuSeconds(), one.allocated()));
            owned += cpu;
        }
        double all = processCpuSeconds - before.processCpuSeconds;
        costs.put(Stage.ENDED, new Cost(Math.max(0, all - owned), 0));
        return costs;
    }

    /** The names of those that belong to no stage and used the most, to complete {@link Stage} by. */
    List<String> busiestOf(Stage stage) {
        var found = new ArrayList<>(threads.stream()
                .filter(thread -> Stage.of(thread.name()) == stage)
                .toList());
        found.sort(Comparator.comparingDouble(ThreadCost::cpuSeconds).reversed());
        return found.stream()
                .limit(3)
                .map(thread -> "%s %.2f s".formatted(thread.name(), thread.cpuSeconds()))
                .toList();
    }
}
