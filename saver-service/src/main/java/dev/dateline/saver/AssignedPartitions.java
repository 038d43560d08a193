package dev.dateline.saver;

import dev.dateline.store.PartitionId;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer's partitions, each with its saver from the moment it is assigned to the moment it is taken away: what is in hand
 * then is dropped, and whoever comes next reads it again. Not thread-safe.
 */
final class AssignedPartitions implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(AssignedPartitions.class);

    private final Consumer<byte[], byte[]> consumer;
    private final PartitionSaver.Shared shared;

    /** The one that waits longest for its turn comes first. */
    private final Map<TopicPartition, PartitionSaver> savers = new LinkedHashMap<>();

    AssignedPartitions(Consumer<byte[], byte[]> consumer, PartitionSaver.Shared shared) {
        this.consumer = consumer;
        this.shared = shared;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            var id = new PartitionId(partition.topic(), partition.partition());
            savers.put(partition, new PartitionSaver(id, shared, new Reader(partition)));
            // Any position, or the consumer would ask the group for one; paused, nothing is read from it.
            consumer.seek(partition, 0);
        }
        consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        savers.keySet().removeAll(partitions);
    }

    /** Has the next poll read only what is asked for. */
    void pauseThoseThatWait() {
        consumer.pause(having(saver -> !saver.takesRecords()));
        consumer.resume(having(PartitionSaver::takesRecords));
    }

    /** How long the next poll may take. */
    Duration untilDue(Duration atMost) {
        long now = System.nanoTime();
        long nanos = atMost.toNanos();
        for (PartitionSaver saver : savers.values()) {
            nanos = Math.min(nanos, saver.nanosUntilDue(now));
        }
        return Duration.ofNanos(Math.max(0, nanos));
    }

    void accept(ConsumerRecords<byte[], byte[]> polled) {
        long now = System.nanoTime();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> next :
                polled.nextOffsets().entrySet()) {
            Objects.requireNonNull(savers.get(next.getKey()))
                    .accept(polled.records(next.getKey()), next.getValue().offset(), now);
        }
    }

    /** Lets the first one that is due do one thing and go to the end: who has much to do does not keep others waiting. */
    void stepFirstDue() {
        long now = System.nanoTime();
        for (Map.Entry<TopicPartition, PartitionSaver> entry : savers.entrySet()) {
            PartitionSaver saver = entry.getValue();
            if (saver.nanosUntilDue(now) <= 0) {
                saver.step(now);
                savers.remove(entry.getKey());
                savers.put(entry.getKey(), saver);
                return;
            }
        }
    }

    /** Sends all of them back to the ledger. */
    void unsettle() {
        savers.values().forEach(PartitionSaver::unsettle);
    }

    /** What one of them waits for, null if none does. */
    @Nullable
    String trouble() {
        for (PartitionSaver saver : savers.values()) {
            if (saver.trouble() != null) {
                return saver.trouble();
            }
        }
        return null;
    }

    private Collection<TopicPartition> having(Predicate<PartitionSaver> condition) {
        return savers.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private final class Reader implements PartitionSaver.Reader {

        private final TopicPartition partition;

        Reader(TopicPartition partition) {
            this.partition = partition;
        }

        @Override
        public void seek(long offset) {
            consumer.seek(partition, offset);
        }

        @Override
        public void saved(long offset) {
            consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(offset)), (offsets, failure) -> {
                if (failure != null) {
                    log.debug("the group's offset of {} lags behind the store's", partition, failure);
                }
            });
        }
    }
}
