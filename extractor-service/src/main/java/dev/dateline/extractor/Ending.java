package dev.dateline.extractor;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;

/** The end of the service: asked for from outside, or because it can't go on, which is told as a broken liveness. */
final class Ending {

    private final ApplicationEventPublisher events;
    private final CountDownLatch begun = new CountDownLatch(1);

    Ending(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** No new work from now on; what is not committed yet is given up, for the next to do. */
    void begin() {
        begun.countDown();
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    /** Ends because of what only an operator can mend; the event's source is the cause, and its message the line to show. */
    void end(RuntimeException cause) {
        if (!hasBegun()) {
            begin();
            AvailabilityChangeEvent.publish(events, cause, LivenessState.BROKEN);
        }
    }

    /** Waits, but not past the beginning of the end. */
    void pause(long millis) {
        try {
            begun.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
