package dev.dateline.gateway;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Status;

/** Looks for Kafka while it acknowledges nothing, so that no client's post has to find out and wait. */
final class KafkaProbe implements AutoCloseable {

    /** An outage ends this much later for the clients. */
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Backlog backlog;
    private final KafkaHealth health;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        var probe = new Thread(task, "kafka-probe");
        probe.setDaemon(true);
        return probe;
    });

    KafkaProbe(Backlog backlog, KafkaHealth health) {
        this.backlog = backlog;
        this.health = health;
        thread.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!backlog.isAcknowledging() && health.health().getStatus().equals(Status.UP)) {
            backlog.resume();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
