package dev.dateline.saver;

import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls, and lets the partitions it was assigned be saved. Between two polls at most one commit is applied, and a partition
 * that has to wait is paused: the group keeps its members however long the store is away.
 */
final class SaverLoop implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SaverLoop.class);

    private static final Duration LONGEST_POLL = Duration.ofSeconds(1);

    /** Leaving the group takes one request; whoever stops the saver gives it a few seconds in all. */
    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(2);

    private final Consumer<byte[], byte[]> consumer;
    private final AssignedPartitions partitions;
    private final java.util.function.Consumer<Throwable> onDeath;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable String trouble;

    /**
     * A loop that takes over the consumer.
     *
     * @param onDeath told why, when the loop ends without having been stopped
     */
    SaverLoop(
            Consumer<byte[], byte[]> consumer,
            PartitionSaver.Shared shared,
            java.util.function.Consumer<Throwable> onDeath) {
        this.consumer = consumer;
        this.partitions = new AssignedPartitions(consumer, shared);
        this.onDeath = onDeath;
    }

    @Override
    public void run() {
        try {
            consumer.subscribe(List.of(Topics.PROCESSED), partitions);
            while (stopping.getCount() > 0) {
                turn();
            }
        } catch (RuntimeException | InterruptedException | Error e) {
            if (stopping.getCount() > 0) {
                trouble = "ended: " + e;
                onDeath.accept(e);
            }
        } finally {
            close();
        }
    }

    /** Ends the loop after the store's answer at the latest. What is in hand is dropped: the ledger knows. */
    void stop() {
        stopping.countDown();
        consumer.wakeup();
    }

    /** What keeps it from saving, null if nothing does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void turn() throws InterruptedException {
        partitions.pauseThoseThatWait();
        try {
            partitions.accept(consumer.poll(partitions.untilDue(LONGEST_POLL)));
        } catch (WakeupException | InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            goBack(e);
            return;
        }
        partitions.stepFirstDue();
        trouble = partitions.trouble();
    }

    /** What the poll had in hand is not known; an offset out of range shows when the ledger is compared with the topic. */
    private void goBack(KafkaException e) throws InterruptedException {
        trouble = "reading %s failed: %s".formatted(Topics.PROCESSED, e.getMessage());
        log.warn("{}; going back to the ledger in a second", trouble);
        partitions.unsettle();
        if (stopping.await(1, TimeUnit.SECONDS)) {
            log.debug("stopped while waiting for Kafka");
        }
    }

    private void close() {
        try {
            consumer.close(CloseOptions.timeout(LONGEST_CLOSE));
        } catch (KafkaException e) {
            log.debug("left the group without a word", e);
        }
    }
}
