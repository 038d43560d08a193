package dev.dateline.benchmarks.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Texts that threads take one after the other until there is none. */
final class Shares {

    /** What is done with a text; it may wait, and fail. */
    interface Work {
        void on(String text) throws Exception;
    }

    private Shares() {}

    /** Seconds that so many threads took for all. */
    static double seconds(List<String> texts, int threads, Work work) {
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        IntStream.range(0, threads)
                .mapToObj(
                        i -> CompletableFuture.runAsync(() -> run(texts, next, work), task -> new Thread(task).start()))
                .toList()
                .forEach(CompletableFuture::join);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void run(List<String> texts, AtomicInteger next, Work work) {
        for (int i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
            try {
                work.on(texts.get(i));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
