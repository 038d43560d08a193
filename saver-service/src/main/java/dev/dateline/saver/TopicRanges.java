package dev.dateline.saver;

import dev.dateline.store.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Asks the broker what it holds. Thread-safe. */
final class TopicRanges {

    private final Admin admin;

    TopicRanges(Admin admin) {
        this.admin = admin;
    }

    /**
     * What the topic holds of the partition now.
     *
     * @throws KafkaException if the broker does not say
     */
    TopicRange of(PartitionId partition) {
        try {
            return new TopicRange(
                    topicId(partition.topic()),
                    offset(partition, OffsetSpec.earliest()),
                    offset(partition, OffsetSpec.latest()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "Kafka does not say what %s holds (%s)".formatted(partition, e.getCause()), e.getCause());
        }
    }

    private String topicId(String topic) throws ExecutionException, InterruptedException {
        var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
        return Objects.requireNonNull(topics.get(topic)).topicId().toString();
    }

    private long offset(PartitionId partition, OffsetSpec which) throws ExecutionException, InterruptedException {
        var asked = new TopicPartition(partition.topic(), partition.number());
        return admin.listOffsets(Map.of(asked, which))
                .partitionResult(asked)
                .get()
                .offset();
    }
}
