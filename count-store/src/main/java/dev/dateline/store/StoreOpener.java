package dev.dateline.store;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a store, to write or to read, after waiting for it as long as it takes. */
public final class StoreOpener<S> {

    private static final Logger log = LoggerFactory.getLogger(StoreOpener.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<S> store;

    /** Asks {@code store} for it, which throws {@link StoreException} while the store is away. */
    public StoreOpener(Supplier<S> store) {
        this.store = store;
    }

    /**
     * The open store; one line in the log for each try that failed.
     *
     * @throws InterruptedException if the wait is
     */
    public S open() throws InterruptedException {
        while (true) {
            try {
                return store.get();
            } catch (StoreException e) {
                log.warn("waiting for the store ({})", e.getMessage());
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
