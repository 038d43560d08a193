package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.client.ExplorerClient.Pipeline;
import java.io.IOException;
import java.time.Duration;

/** Watches an upload until everything that it sent is in the store. */
final class Stopwatch {

    /** While nothing has come: the time begins with the first post. */
    private static final Duration FINE = Duration.ofMillis(20);

    /** Each look asks broker and store, and costs them some milliseconds. */
    private static final Duration COARSE = Duration.ofMillis(250);

    private Stopwatch() {}

    /**
     * @param seconds from the first post in the topic to the last one in the store
     * @param extractionQueue the most posts that waited for an extractor at a look
     * @param savingQueue the most tallies that waited for a saver
     */
    record Times(double seconds, double uploadSeconds, long extractionQueue, long savingQueue) {}

    static Times measure(ExplorerClient explorer, Upload upload, long acceptedBefore)
            throws IOException, InterruptedException {
        Pipeline state = explorer.pipeline();
        while (state.accepted() == acceptedBefore && !upload.isDone()) {
            Thread.sleep(FINE.toMillis());
            state = explorer.pipeline();
        }
        long begin = System.nanoTime();
        double uploaded = 0;
        long extraction = 0;
        long saving = 0;
        // Asked for before the upload's end is, a drained pipeline could still be given more.
        while (uploaded == 0 || !state.drained()) {
            upload.look();
            if (uploaded == 0 && upload.isDone()) {
                uploaded = (System.nanoTime() - begin) / 1e9;
            }
            Thread.sleep(COARSE.toMillis());
            state = explorer.pipeline();
            extraction = Math.max(extraction, state.waitingForExtraction());
            saving = Math.max(saving, state.waitingToBeSaved());
        }
        return new Times((System.nanoTime() - begin) / 1e9, uploaded, extraction, saving);
    }
}
