package dev.dateline.cli.letters;

import dev.dateline.cli.console.Failure;
import dev.dateline.model.Topics;
import dev.dateline.topics.DeadLetters;
import dev.dateline.topics.RecordVersion;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/** Sends one partition's letters back, transaction by transaction. Not thread-safe. */
final class PartitionRedrive {

    /** A transaction lasts well under its 10 s. */
    private static final int MOST_POSTS = 500;

    private static final long MOST_BYTES = 4 * 1024 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final TopicPartition partition;
    private final Redriven before;
    private final Predicate<DeadLetter> wanted;
    private final RedrivenSoFar progress;
    private long redriven;
    private long tooLarge;
    private int posts;
    private long bytes;

    PartitionRedrive(
            Producer<byte[], byte[]> producer,
            TopicPartition partition,
            Redriven before,
            Predicate<DeadLetter> wanted) {
        this.producer = producer;
        this.partition = partition;
        this.before = before;
        this.wanted = wanted;
        this.progress = new RedrivenSoFar(before);
    }

    /** Posts that were sent back, the last of them perhaps not committed yet. */
    long redriven() {
        return redriven;
    }

    /** Letters that were passed over. */
    long tooLarge() {
        return tooLarge;
    }

    /** Takes the partition's next letter. */
    void add(DeadLetter letter) {
        long offset = letter.place().offset();
        if (before.contains(offset)) {
            progress.passed(offset);
        } else if (!wanted.test(letter)) {
            progress.stays();
        } else {
            if (DeadLetters.isWhole(letter.record())) {
                send(letter);
            } else {
                tooLarge++;
            }
            progress.passed(offset);
        }
    }

    /** Commits what was sent, and that it was. */
    void commit() {
        Redriven now = progress.now();
        if (now.equals(before)) {
            return;
        }
        if (!now.fitsItsPlace()) {
            throw Failure.failed("too many letters of %s would be redriven one by one: redrive all, or more of them"
                    .formatted(partition));
        }
        begin();
        producer.flush();
        producer.sendOffsetsToTransaction(Map.of(partition, now.toCommit()), new ConsumerGroupMetadata(Topics.REDRIVE));
        producer.commitTransaction();
        posts = 0;
        bytes = 0;
    }

    private void send(DeadLetter letter) {
        if (posts == MOST_POSTS || bytes >= MOST_BYTES) {
            commit();
        }
        begin();
        producer.send(RecordVersion.mark(DeadLetters.undo(letter.record())));
        posts++;
        redriven++;
        bytes += letter.record().serializedValueSize();
    }

    private void begin() {
        if (posts == 0) {
            producer.beginTransaction();
        }
    }
}
