package dev.dateline.cli.client;

import dev.dateline.cli.client.ExplorerClient.Pipeline;
import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Span;
import java.time.Duration;

/** Waits until every accepted post is in the store. */
public final class Drain {

    /** Each look asks Kafka's admin client and the store: a few a second is what they hardly notice. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final ExplorerClient explorer;
    private final Progress progress;
    private final Runnable check;

    /** Shows in {@code progress} how many posts are through. */
    public Drain(ExplorerClient explorer, Progress progress) {
        this(explorer, progress, () -> {});
    }

    /** Runs {@code check} at every look, which may throw: what failed never drains. */
    public Drain(ExplorerClient explorer, Progress progress, Runnable check) {
        this.explorer = explorer;
        this.progress = progress;
        this.check = check;
    }

    /**
     * Returns when nothing waits any more.
     *
     * @throws Failure after {@code timeout}, or when the explorer is not there
     */
    public Pipeline await(Duration timeout) {
        Pipeline first = explorer.pipeline();
        Pipeline now = first;
        while (!now.drained()) {
            check.run();
            if (progress.elapsed().compareTo(timeout) >= 0) {
                throw Failure.failed("not drained after %s: %,d posts wait for the extractor, %,d tallies for the saver"
                        .formatted(Span.text(timeout), now.waitingForExtraction(), now.waitingToBeSaved()));
            }
            pause();
            now = explorer.pipeline();
            show(first, now);
        }
        return now;
    }

    /** Counts from where it began: only that says how long the rest will take. */
    private void show(Pipeline first, Pipeline now) {
        long all = first.waitingForExtraction() + now.accepted() - first.accepted();
        long done = Math.max(0, all - now.waitingForExtraction());
        progress.update(done, all <= 0 ? 0 : (double) done / all);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw Failure.interrupted(e);
        }
    }
}
