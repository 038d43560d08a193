package dev.dateline.benchmarks.pipeline;

import java.util.Map;

/**
 * What one run came to.
 *
 * @param pass 1 for the first articles of a process, 2 for as many after them, and so on
 * @param readySeconds from the start of the process to its taking work
 * @param uploadCpuSeconds of the client
 * @param cpuSeconds of the standalone, from before the upload to drained
 * @param otherCpuSeconds of everything else on the machine meanwhile: many, and the run says little
 * @param memory after all passes so far, like what follows: the most that the standalone ever had, in bytes
 * @param disk that the data folder takes, in bytes
 * @param store the database's part of it
 * @param rows publications, and pairs of publication and entity: the least that can be written
 * @param queryMillis medians
 */
record Run(
        DataSet.Size size,
        Setup setup,
        int pass,
        double readySeconds,
        Stopwatch.Times times,
        double uploadCpuSeconds,
        double cpuSeconds,
        double otherCpuSeconds,
        Map<Stage, ThreadDump.Cost> stages,
        long memory,
        long disk,
        long store,
        long rows,
        Map<String, Double> queryMillis) {

    double articlesPerSecond() {
        return size.articles() / times.seconds();
    }

    double tokensPerSecond() {
        return size.tokens() / times.seconds();
    }

    double millisPerArticle() {
        return times.seconds() * 1e3 / size.articles();
    }

    long allocated() {
        return stages.values().stream().mapToLong(ThreadDump.Cost::allocated).sum();
    }
}
