package dev.dateline.benchmarks.gateway;

import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of posts, as it is now. */
final class Topic {

    private static final Duration POLL = Duration.ofMillis(500);

    private Topic() {}

    /** The ids of all posts that begin so. */
    static Set<String> ids(String broker, String prefix) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", broker), bytes, bytes)) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.POSTS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var ids = new HashSet<String>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(post -> {
                    String id = new String(post.key(), StandardCharsets.US_ASCII);
                    if (id.startsWith(prefix)) {
                        ids.add(id);
                    }
                });
            }
            return ids;
        }
    }
}
