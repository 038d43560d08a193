package dev.dateline.explorer;

import dev.dateline.store.CountQueries;
import dev.dateline.store.StoreException;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the store as long as it takes. */
final class StoreOpening {

    private static final Logger log = LoggerFactory.getLogger(StoreOpening.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private StoreOpening() {}

    /** Opens the store to read; one line in the log a try while it is away. */
    static CountQueries await(StoreSettings settings) throws InterruptedException {
        while (true) {
            try {
                return Stores.openToRead(settings);
            } catch (StoreException e) {
                log.warn(
                        "waiting for the {} store ({}); start it, or correct dateline.explorer.store",
                        settings.type(),
                        e.getMessage());
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }
}
