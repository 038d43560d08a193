package dev.dateline.saver;

import dev.dateline.store.Position;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What was read of a partition and is not in the store yet: full commits in their order, and after them one that lingers for
 * more to merge. Times are {@link System#nanoTime}'s. Not thread-safe.
 */
final class CommitQueue {

    /** Nothing to wait for. */
    static final long NEVER = Long.MAX_VALUE;

    private final String topicId;
    private final int maxWrites;
    private final long linger;
    private final Deque<Commit> full = new ArrayDeque<>();
    private CommitBuilder open;
    private long openedAt;

    /** Begins where the ledger stands. */
    CommitQueue(Position ledger, String topicId, int maxWrites, Duration linger) {
        this.topicId = topicId;
        this.maxWrites = maxWrites;
        this.linger = linger.toNanos();
        this.open = new CommitBuilder(ledger, topicId, maxWrites);
    }

    /** Takes what a poll returned, and the offset that the next one begins at. */
    void add(List<ConsumerRecord<byte[], byte[]>> records, long next, long now) {
        for (ConsumerRecord<byte[], byte[]> polled : records) {
            TallyRecord record = TallyRecord.read(polled);
            if (!open.hasRoomFor(record)) {
                fillUp();
            }
            if (open.isEmpty()) {
                openedAt = now;
            }
            open.add(record);
        }
        open.skipTo(next);
    }

    /** True if full commits wait: no reason to read on. */
    boolean isFull() {
        return !full.isEmpty();
    }

    /** How long until there is a commit to apply; {@link #NEVER} if nothing was read, 0 or less if it is time. */
    long nanosUntilDue(long now) {
        return isFull() ? 0 : open.isEmpty() ? NEVER : linger - (now - openedAt);
    }

    /** The commit to apply first; only when one is due. */
    Commit first() {
        if (full.isEmpty()) {
            fillUp();
        }
        return full.element();
    }

    /** The first is in the store. */
    void removeFirst() {
        full.remove();
    }

    /** The first one's dead letters are acknowledged. */
    void deadLettersSent() {
        full.addFirst(full.remove().withoutDeadLetters());
    }

    private void fillUp() {
        Commit commit = open.build();
        full.add(commit);
        open = new CommitBuilder(commit.to(), topicId, maxWrites);
    }
}
