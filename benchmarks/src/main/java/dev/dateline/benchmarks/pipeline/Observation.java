package dev.dateline.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run that is looked into, and not timed, tells.
 *
 * @param writes rows that were written, by table
 * @param least rows that the store holds in the end
 * @param shares of the time of extractors and savers
 */
record Observation(int articles, Map<String, Long> writes, long least, Map<String, Map<String, Double>> shares) {

    static Observation of(Trial trial, RunningDateline dateline) throws Exception {
        try (var writes = new StoreWrites(dateline.database())) {
            Profile.start(dateline.pid());
            Run run = trial.run(dateline);
            Path recording = trial.launcher().folder().resolve("pipeline.jfr");
            Map<String, Map<String, Double>> shares = Profile.stop(dateline.pid(), recording);
            return new Observation(trial.set().size().articles(), writes.rows(), run.rows(), shares);
        }
    }

    long allWrites() {
        return writes.values().stream().mapToLong(Long::longValue).sum();
    }
}
