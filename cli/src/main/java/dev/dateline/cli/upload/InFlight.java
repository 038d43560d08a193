package dev.dateline.cli.upload;

import dev.dateline.cli.console.Failure;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Work under way on several threads: so much and no more, and never two pieces with a common id. */
final class InFlight implements AutoCloseable {

    private final int most;
    private final ExecutorService threads;
    private final Semaphore free;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Something that may wait. */
    interface Work {
        void run() throws InterruptedException;
    }

    InFlight(int most) {
        this.most = most;
        this.threads = Executors.newFixedThreadPool(most);
        this.free = new Semaphore(most);
    }

    /**
     * Begins a piece of work as soon as there is room. Of two with a common id the second begins when the first is done:
     * which of them counts must not be a matter of luck.
     *
     * @throws RuntimeException the first that any piece threw
     */
    void begin(Collection<String> itsIds, Work work) {
        if (itsIds.stream().anyMatch(ids::contains)) {
            awaitAll();
        }
        acquire(1);
        if (failure.get() != null) {
            free.release();
        }
        throwFailure();
        ids.addAll(itsIds);
        threads.execute(() -> run(itsIds, work));
    }

    /** Returns when all that was begun is done. */
    void awaitAll() {
        acquire(most);
        free.release(most);
        throwFailure();
    }

    /** Gives up what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void run(Collection<String> itsIds, Work work) {
        try {
            if (failure.get() == null) {
                work.run();
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, Failure.interrupted(e));
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            ids.removeAll(itsIds);
            free.release();
        }
    }

    private void acquire(int permits) {
        try {
            free.acquire(permits);
        } catch (InterruptedException e) {
            throw Failure.interrupted(e);
        }
    }

    private void throwFailure() {
        RuntimeException first = failure.get();
        if (first != null) {
            throw first;
        }
    }
}
