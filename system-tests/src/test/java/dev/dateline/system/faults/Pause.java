package dev.dateline.system.faults;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that a fault lasts, or that lies between two: not a wait for something to happen. An interrupt ends it. */
final class Pause {

    private Pause() {}

    static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos();
                left > 0 && !Thread.currentThread().isInterrupted();
                left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
