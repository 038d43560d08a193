package dev.dateline.cli.verify;

import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.articles.Row;
import dev.dateline.cli.console.Progress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** Counts files on all cores, each id once: the first row stands. */
public final class Recounter {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /** Enough to keep the cores busy while a row is read, and no more in memory than that. */
    private static final int MOST_WAITING = 4 * THREADS;

    private final Recount recount;
    private final Progress progress;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final AtomicLong counted = new AtomicLong();
    private final Set<String> ids = new HashSet<>();

    public Recounter(Recount recount, Progress progress) {
        this.recount = recount;
        this.progress = progress;
    }

    /** Adds what the files hold to the recount. */
    public void count(ArticleFiles files) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            files.forEachRow((file, row) -> {
                if (row instanceof Row.Article article && ids.add(article.post().id())) {
                    room.acquireUninterruptibly();
                    threads.execute(() -> count(file, article));
                }
                progress.update(counted.get(), files.fraction());
            });
            room.acquireUninterruptibly(MOST_WAITING);
        } finally {
            threads.shutdownNow();
        }
    }

    /** A text that the recogniser fails on is a dead letter, here as there. */
    private void count(String file, Row.Article article) {
        try {
            recount.add(article.post());
        } catch (RuntimeException | StackOverflowError e) {
            progress.print("%s:%d: left out, the recogniser fails on it (%s)".formatted(file, article.line(), e));
        } finally {
            counted.incrementAndGet();
            room.release();
        }
    }
}
