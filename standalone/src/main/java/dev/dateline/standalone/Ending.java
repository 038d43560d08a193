package dev.dateline.standalone;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends one thing, and goes on without it when that takes too long: whatever is cut off, the next start recovers. */
final class Ending {

    private static final Logger log = LoggerFactory.getLogger(Ending.class);

    private Ending() {}

    static void within(Duration patience, String name, AutoCloseable thing) {
        Thread thread = new Thread(() -> end(name, thing), "end-" + name);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            log.warn("{} has not ended within {} ms; going on without it", name, patience.toMillis());
        }
    }

    private static void end(String name, AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            log.warn("{} did not end well", name, e);
        }
    }
}
