package dev.dateline.extractor;

import dev.dateline.model.PublicationTally;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * What the posts of one transaction come to.
 *
 * @param counted ids, by the partition of their post, in its order
 * @param next the offsets to go on from
 * @param repeats posts that were counted before, and so are not again
 * @param droppedMentions that count nowhere because their text is too long for a name
 */
record Batch(
        List<PublicationTally> tallies,
        Map<TopicPartition, Map<IdHash, String>> counted,
        List<DeadLetter> deadLetters,
        Map<TopicPartition, OffsetAndMetadata> next,
        int repeats,
        int droppedMentions) {

    /** A post that can't be processed, and why. */
    record DeadLetter(ConsumerRecord<byte[], byte[]> post, Throwable cause) {}
}
