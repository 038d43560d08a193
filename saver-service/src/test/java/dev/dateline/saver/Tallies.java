package dev.dateline.saver;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationTally;
import dev.dateline.model.TallyJson;
import dev.dateline.model.Topics;
import dev.dateline.topics.RecordVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Tallies and their records, one article each. */
final class Tallies {

    private Tallies() {}

    /** One article that mentions each of the words once. */
    static PublicationTally tally(String publication, String... words) {
        List<EntityCount> entities = Arrays.stream(words)
                .map(word -> new EntityCount(EntityType.PERSON, word, word, 1, 1))
                .toList();
        return new PublicationTally(publication, 1, entities);
    }

    static ConsumerRecord<byte[], byte[]> polled(long offset, PublicationTally tally) {
        return polled(offset, TallyJson.write(tally));
    }

    static ConsumerRecord<byte[], byte[]> polled(long offset, byte @Nullable [] value) {
        byte[] key = {'k'};
        int size = value == null ? ConsumerRecord.NULL_SIZE : value.length;
        return new ConsumerRecord<>(
                Topics.PROCESSED,
                0,
                offset,
                0,
                TimestampType.CREATE_TIME,
                key.length,
                size,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
    }

    static ProducerRecord<byte[], byte[]> toSend(int partition, PublicationTally tally) {
        byte[] key = tally.key().value().getBytes(StandardCharsets.UTF_8);
        return RecordVersion.mark(new ProducerRecord<>(Topics.PROCESSED, partition, key, TallyJson.write(tally)));
    }
}
