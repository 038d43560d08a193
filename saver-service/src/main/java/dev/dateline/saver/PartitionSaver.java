package dev.dateline.saver;

import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.topics.CannotGoOnException;
import dev.dateline.topics.RecordVersion;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves one partition, from the moment it is assigned to the moment it is taken away: settles on the ledger, then applies one
 * commit at a time. Never waits: what failed is due again after a pause. Times are {@link System#nanoTime}'s. Not thread-safe.
 */
final class PartitionSaver {

    private static final Logger log = LoggerFactory.getLogger(PartitionSaver.class);

    /** The consumer that reads the partition. */
    interface Reader {

        /** Makes the next poll begin at the ledger's offset. */
        void seek(long offset);

        /** Tells whoever watches that the store holds everything before the offset. */
        void saved(long offset);
    }

    /**
     * What the partitions' savers share.
     *
     * @param topic says what it holds of a partition
     * @param deadLetters returns when Kafka has acknowledged them
     * @param linger how long commits wait for more to merge
     */
    record Shared(
            CountStore store,
            Function<PartitionId, TopicRange> topic,
            Consumer<List<ProducerRecord<byte[], byte[]>>> deadLetters,
            Duration linger) {}

    private final PartitionId partition;
    private final Shared shared;
    private final Reader reader;
    private final LedgerCommit ledger;
    private final Backoff backoff = new Backoff();
    private @Nullable CommitQueue queue;
    private @Nullable String trouble;

    PartitionSaver(PartitionId partition, Shared shared, Reader reader) {
        this.partition = partition;
        this.shared = shared;
        this.reader = reader;
        this.ledger = new LedgerCommit(shared.store(), partition);
    }

    /** False while it has not settled on the ledger, or has enough to apply. */
    boolean takesRecords() {
        return queue != null && !queue.isFull();
    }

    /**
     * Takes what a poll returned, and the offset that the next one begins at.
     *
     * @throws RecordVersion.UnknownVersionException if only a newer Dateline can read a record
     */
    void accept(List<ConsumerRecord<byte[], byte[]>> records, long next, long now) {
        if (queue == null) {
            throw new IllegalStateException("nothing is read of %s before its ledger".formatted(partition));
        }
        queue.add(records, next, now);
    }

    /** How long until {@link #step} has something to do; 0 or less if it is time. */
    long nanosUntilDue(long now) {
        return Math.max(backoff.nanosLeft(now), queue == null ? 0 : queue.nanosUntilDue(now));
    }

    /**
     * Does the one thing that is due: at most one commit, so that the consumer can poll between them.
     *
     * @throws CannotGoOnException if topic and store don't belong together
     */
    void step(long now) {
        try {
            if (queue == null) {
                settle();
            } else {
                applyFirst(queue);
            }
            backoff.succeeded();
            trouble = null;
        } catch (CannotGoOnException e) {
            throw e;
        } catch (RuntimeException e) {
            backoff.failed(now);
            // Not every exception has a message, and each has a name.
            trouble = "%s waits: %s".formatted(partition, Objects.requireNonNullElse(e.getMessage(), e.toString()));
            log.warn("{}; trying again in {} ms", trouble, TimeUnit.NANOSECONDS.toMillis(backoff.nanosLeft(now)));
        }
    }

    /** Drops what is in hand: the next step goes back to the ledger. */
    void unsettle() {
        queue = null;
    }

    /** What it waits for after a failure, null if nothing failed. */
    @Nullable
    String trouble() {
        return trouble;
    }

    private void settle() {
        Position position = shared.store().position(partition);
        TopicRange range = shared.topic().apply(partition);
        range.check(partition, position);
        reader.seek(position.offset());
        queue = new CommitQueue(position, range.topicId(), shared.store().maxWrites(), shared.linger());
        // The one before may have died between the store's commit and the group's.
        reader.saved(position.offset());
    }

    private void applyFirst(CommitQueue commits) {
        Commit commit = commits.first();
        if (!commit.deadLetters().isEmpty()) {
            shared.deadLetters().accept(commit.deadLetters());
            commits.deadLettersSent();
        }
        if (ledger.apply(commit)) {
            commits.removeFirst();
            reader.saved(commit.to().offset());
        } else {
            log.warn("someone else saves {}: dropping what was read, going on from the ledger", partition);
            unsettle();
        }
    }
}
