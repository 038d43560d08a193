package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.saver.TallyRecord.Row;
import dev.dateline.store.Position;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** One commit in the making: records in the order of their offsets, as many as the store takes at once. Not thread-safe. */
final class CommitBuilder {

    /** Bounds the memory where few names are repeated for as long as commits linger: no more is read into one commit. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** The ledger's own row. */
    private static final int LEDGER = 1;

    private final Position from;
    private final String topicId;
    private final int maxWrites;
    private final Set<Row> rows = new HashSet<>();
    private final List<PublicationTally> tallies = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
    private long bytes;
    private long next;

    /**
     * Begins a commit.
     *
     * @param from where the ledger will stand
     * @param topicId of the topic that is read
     * @param maxWrites rows that the store changes in one commit, its ledger's included
     */
    CommitBuilder(Position from, String topicId, int maxWrites) {
        this.from = from;
        this.topicId = topicId;
        this.maxWrites = maxWrites;
        this.next = from.offset();
    }

    boolean isEmpty() {
        return tallies.isEmpty() && deadLetters.isEmpty();
    }

    /** True if the record may go into this commit; the first always may. */
    boolean hasRoomFor(TallyRecord record) {
        long writes = rows.size()
                + record.rows().stream().filter(row -> !rows.contains(row)).count()
                + LEDGER;
        return isEmpty() || (writes <= maxWrites && bytes + record.bytes() <= MAX_BYTES);
    }

    void add(TallyRecord record) {
        if (record instanceof TallyRecord.Readable readable) {
            tallies.add(readable.tally());
        } else if (record instanceof TallyRecord.Unreadable unreadable) {
            deadLetters.add(unreadable.deadLetter());
        }
        rows.addAll(record.rows());
        bytes += record.bytes();
        next = record.offset() + 1;
    }

    /** Takes in that no record lies before this offset, only transaction markers. Alone they are not worth a commit. */
    void skipTo(long offset) {
        if (!isEmpty()) {
            next = offset;
        }
    }

    Commit build() {
        return new Commit(from, new Position(next, topicId), List.copyOf(tallies), List.copyOf(deadLetters));
    }
}
