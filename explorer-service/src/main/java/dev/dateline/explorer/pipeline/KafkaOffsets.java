package dev.dateline.explorer.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Kafka's admin client knows about topics and groups. */
final class KafkaOffsets implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(KafkaOffsets.class);

    /** A broker that works answers in milliseconds; nobody waits longer to read that it is away. */
    static final int PATIENCE_MS = 3_000;

    private final Admin admin;

    KafkaOffsets(Map<String, Object> adminSettings) {
        var settings = new HashMap<>(adminSettings);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        admin = Admin.create(settings);
    }

    /** The topics, but those that do not exist. */
    Map<String, TopicDescription> describe(Collection<String> topics) {
        var found = new HashMap<String, TopicDescription>();
        admin.describeTopics(topics).topicNameValues().forEach((name, description) -> {
            try {
                found.put(name, answer(description));
            } catch (UnknownTopicOrPartitionException e) {
                log.debug("Kafka has no topic {} yet", name);
            }
        });
        return found;
    }

    /** Where a group goes on; a partition where it never committed is missing. Transactions on their way are not waited for. */
    Map<TopicPartition, Long> committed(String group) {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(group)).entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** All that each partition holds, what transactions have not decided yet included. */
    List<Span> logs(TopicDescription topic) {
        List<TopicIdPartition> partitions = topic.partitions().stream()
                .map(p -> new TopicIdPartition(topic.topicId(), p.partition(), topic.name()))
                .toList();
        ListOffsetsResult begins = list(partitions, OffsetSpec.earliest());
        ListOffsetsResult ends = list(partitions, OffsetSpec.latest());
        return partitions.stream()
                .map(p -> new Span(
                        p,
                        answer(begins.partitionResult(p.topicPartition())).offset(),
                        answer(ends.partitionResult(p.topicPartition())).offset()))
                .toList();
    }

    private ListOffsetsResult list(List<TopicIdPartition> partitions, OffsetSpec spec) {
        return admin.listOffsets(
                partitions.stream().collect(Collectors.toMap(TopicIdPartition::topicPartition, p -> spec)));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofMillis(PATIENCE_MS));
    }
}
