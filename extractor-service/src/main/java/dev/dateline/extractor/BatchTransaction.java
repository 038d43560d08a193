package dev.dateline.extractor;

import dev.dateline.model.PublicationTally;
import dev.dateline.model.TallyJson;
import dev.dateline.model.Topics;
import dev.dateline.topics.DeadLetters;
import dev.dateline.topics.RecordVersion;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Writes a batch: its tallies, dead letters, counted ids and offsets, all or nothing. One to a consumer thread, because a
 * transactional id can carry one transaction at a time.
 */
final class BatchTransaction {

    private static final byte[] NO_VALUE = {};

    private final KafkaTemplate<byte[], byte[]> kafka;

    BatchTransaction(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    /**
     * Ends what a transaction of this id left open, of a process that was killed or of a try that failed: who reads what was
     * committed would otherwise wait until it times out.
     *
     * @throws KafkaException if Kafka did not say that it has ended
     */
    void takeOver() {
        try {
            // A new producer begins with initTransactions; one that is in order comes from the factory's cache.
            kafka.getProducerFactory().createProducer().close();
        } catch (org.springframework.kafka.KafkaException e) {
            // Spring's own type, which nobody who waits for Kafka knows, around Kafka's.
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        }
    }

    /**
     * Returns when the transaction is committed. When it throws, the transaction may have been committed or not.
     *
     * @param group the consumer's, as it is now: a consumer that lost its partitions is refused
     */
    void commit(Batch batch, ConsumerGroupMetadata group) {
        kafka.executeInTransaction(transaction -> {
            batch.tallies().forEach(tally -> transaction.send(tallyRecord(tally)));
            batch.deadLetters()
                    .forEach(dead -> transaction.send(DeadLetters.of(dead.post(), Topics.POSTS_DEAD, dead.cause())));
            batch.counted()
                    .forEach((partition, ids) ->
                            ids.values().forEach(id -> transaction.send(seenRecord(partition, id))));
            // No offset is pending before its data is in the log.
            transaction.flush();
            transaction.sendOffsetsToTransaction(batch.next(), group);
            return true;
        });
    }

    private static ProducerRecord<byte[], byte[]> tallyRecord(PublicationTally tally) {
        byte[] key = tally.key().value().getBytes(StandardCharsets.UTF_8);
        return RecordVersion.mark(new ProducerRecord<>(Topics.PROCESSED, key, TallyJson.write(tally)));
    }

    private static ProducerRecord<byte[], byte[]> seenRecord(TopicPartition ofPost, String id) {
        byte[] key = id.getBytes(StandardCharsets.US_ASCII);
        return RecordVersion.mark(new ProducerRecord<>(Topics.POSTS_SEEN, ofPost.partition(), key, NO_VALUE));
    }
}
