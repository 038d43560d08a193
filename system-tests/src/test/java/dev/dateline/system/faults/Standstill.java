package dev.dateline.system.faults;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The longest time in which a group did not work on one of its partitions, though work came to each of them all the time: from
 * the fault that struck, over its discovery, to the next commit.
 */
final class Standstill implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Admin admin;
    private final String group;
    private final Map<TopicPartition, Progress> progress = new HashMap<>();
    private final Thread watch = new Thread(this::watch, "standstill");
    private Duration longest = Duration.ZERO;

    private record Progress(long offset, long nanos) {}

    Standstill(String kafka, String group) {
        // A broker that was killed is asked again soon.
        this.admin = Admin.create(
                Map.of("bootstrap.servers", kafka, "request.timeout.ms", "3000", "default.api.timeout.ms", "5000"));
        this.group = group;
        watch.setDaemon(true);
        watch.start();
    }

    /** Up to now: a partition may stand still as we look. */
    synchronized Duration longest() {
        long now = System.nanoTime();
        progress.values().forEach(last -> lengthen(Duration.ofNanos(now - last.nanos())));
        return longest;
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .forEach(this::note);
            } catch (ExecutionException e) {
                // The broker may be what was killed: no progress then.
            } catch (InterruptedException e) {
                return;
            }
            Pause.of(PAUSE);
        }
    }

    /** Nothing is committed of a partition at first. */
    private synchronized void note(TopicPartition partition, @Nullable OffsetAndMetadata committed) {
        if (committed == null) {
            return;
        }
        long now = System.nanoTime();
        Progress last = progress.get(partition);
        if (last == null || committed.offset() > last.offset()) {
            progress.put(partition, new Progress(committed.offset(), now));
            if (last != null) {
                lengthen(Duration.ofNanos(now - last.nanos()));
            }
        }
    }

    private void lengthen(Duration time) {
        longest = time.compareTo(longest) > 0 ? time : longest;
    }

    @Override
    public void close() {
        watch.interrupt();
        admin.close();
    }
}
