package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * What a server came to that a client kept busy with as many connections as there are cores.
 *
 * @param warmUp articles that were sent before, untimed
 * @param articles that were timed, spread evenly over the file
 */
record Peer(String name, int connections, int warmUp, int articles, long tokens, double seconds) {

    static Peer measure(String name, Properties properties, Sample sample, int articles, Path folder)
            throws IOException, InterruptedException {
        int connections = Runtime.getRuntime().availableProcessors();
        Sample timed = sample.spread(articles);
        // As much as is timed: compiled code matters more to it than to a long run.
        List<String> warmUp = sample.texts().subList(0, Math.min(articles, sample.size()));
        try (CoreNlpServer server = CoreNlpServer.start(properties, folder)) {
            Shares.seconds(warmUp, connections, server::annotate);
            double seconds = Shares.seconds(timed.texts(), connections, server::annotate);
            return new Peer(name, connections, warmUp.size(), timed.size(), Tokens.in(timed), seconds);
        }
    }

    double articlesPerSecond() {
        return articles / seconds;
    }

    double tokensPerSecond() {
        return tokens / seconds;
    }
}
