package dev.dateline.extractor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationListener;

/** Ends the process with exit code 1 and the reason in one line, when the service can't go on. */
final class ExitWhenBroken implements ApplicationListener<AvailabilityChangeEvent<LivenessState>> {

    private static final Logger log = LoggerFactory.getLogger(ExitWhenBroken.class);

    @Override
    public void onApplicationEvent(AvailabilityChangeEvent<LivenessState> event) {
        if (event.getState() == LivenessState.BROKEN && event.getSource() instanceof Throwable reason) {
            log.error(reason.getMessage());
            // Another thread: the one that failed is waited for by the shutdown.
            new Thread(() -> System.exit(1), "exit").start();
        }
    }
}
