package dev.dateline.saver;

import dev.dateline.store.CountStore;
import dev.dateline.store.StoreException;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the store, after waiting for it as long as it takes. */
final class StoreOpener {

    private static final Logger log = LoggerFactory.getLogger(StoreOpener.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Supplier<CountStore> store;

    /** Asks {@code store} for it, which throws {@link StoreException} while the store is away. */
    StoreOpener(Supplier<CountStore> store) {
        this.store = store;
    }

    /**
     * The open store; one line in the log for each try that failed.
     *
     * @throws InterruptedException if the wait is
     */
    CountStore open() throws InterruptedException {
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
