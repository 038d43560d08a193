package dev.dateline.saver;

import java.time.Duration;

/** The pause after a failure, longer each time until something succeeds. Times are {@link System#nanoTime}'s. */
final class Backoff {

    /** A contended document is free again within that. */
    private static final long FIRST = Duration.ofMillis(100).toNanos();

    /** Someone waits for the store to come back, and the log should say so often. */
    private static final long LONGEST = Duration.ofSeconds(2).toNanos();

    private long pause;
    private long since;

    void failed(long now) {
        pause = pause == 0 ? FIRST : Math.min(2 * pause, LONGEST);
        since = now;
    }

    void succeeded() {
        pause = 0;
    }

    /** What is left of the pause, at least 0. */
    long nanosLeft(long now) {
        return Math.max(0, pause - (now - since));
    }
}
