package dev.dateline.saver;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.PublicationTally;
import dev.dateline.model.TallyJson;
import dev.dateline.model.Topics;
import dev.dateline.topics.DeadLetters;
import dev.dateline.topics.RecordVersion;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What a record of the topic turned out to be. */
sealed interface TallyRecord {

    /** Where the record lies in its partition. */
    long offset();

    /** The size of its value. */
    int bytes();

    /** The rows of the store that it changes. */
    Set<Row> rows();

    /** A tally. */
    record Readable(long offset, int bytes, PublicationTally tally, Set<Row> rows) implements TallyRecord {}

    /** None, as a letter for the topic of those. */
    record Unreadable(long offset, int bytes, ProducerRecord<byte[], byte[]> deadLetter) implements TallyRecord {

        @Override
        public Set<Row> rows() {
            return Set.of();
        }
    }

    /**
     * A publication's row, or that of one of its entities.
     *
     * @param type null for the publication itself
     * @param word empty for the publication itself
     */
    record Row(PublicationKey publication, @Nullable EntityType type, String word) {}

    /**
     * Decodes a record.
     *
     * @throws RecordVersion.UnknownVersionException if only a newer Dateline can read it: that is not a dead letter
     */
    static TallyRecord read(ConsumerRecord<byte[], byte[]> record) {
        RecordVersion.check(record);
        int bytes = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        try {
            if (record.value() == null) {
                throw new IllegalArgumentException("not a tally: no value");
            }
            PublicationTally tally = TallyJson.read(record.value());
            return new Readable(record.offset(), bytes, tally, rowsOf(tally));
        } catch (RuntimeException cause) {
            return new Unreadable(record.offset(), bytes, DeadLetters.of(record, Topics.PROCESSED_DEAD, cause));
        }
    }

    private static Set<Row> rowsOf(PublicationTally tally) {
        PublicationKey publication = tally.key();
        var rows = new HashSet<Row>();
        rows.add(new Row(publication, null, ""));
        for (EntityCount entity : tally.entities()) {
            rows.add(new Row(publication, entity.type(), entity.word()));
        }
        return rows;
    }
}
