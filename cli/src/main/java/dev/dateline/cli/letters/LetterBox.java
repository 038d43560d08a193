package dev.dateline.cli.letters;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A topic of dead letters, read in order, partition by partition, as far as it goes now. */
final class LetterBox {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;

    LetterBox(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** The topic's partitions, in order; none if there is no such topic yet. */
    List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .sorted()
                .map(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /** What was sent back of each partition. */
    Map<TopicPartition, Redriven> redriven(List<TopicPartition> partitions) {
        var committed = consumer.committed(new HashSet<>(partitions));
        return partitions.stream().collect(Collectors.toMap(p -> p, p -> Redriven.of(committed.get(p))));
    }

    /**
     * Reads a partition's letters, until {@code reader} answers false.
     *
     * @return false if it did
     */
    boolean read(TopicPartition partition, long from, Predicate<DeadLetter> reader) {
        List<TopicPartition> one = List.of(partition);
        consumer.assign(one);
        long end = offset(consumer.endOffsets(one), partition);
        consumer.seek(partition, Math.max(from, offset(consumer.beginningOffsets(one), partition)));
        while (consumer.position(partition) < end) {
            for (var record : consumer.poll(POLL)) {
                if (!reader.test(new DeadLetter(record))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
