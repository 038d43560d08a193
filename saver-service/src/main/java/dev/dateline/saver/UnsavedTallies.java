package dev.dateline.saver;

import dev.dateline.topics.RecordTraces;
import dev.dateline.topics.RecordTraces.Origin;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What metrics and traces want to know of tallies that were read and are not in the store yet: when the first of each poll was
 * written, and which are traced. Nothing depends on it. Thread-safe.
 */
final class UnsavedTallies {

    /**
     * A tally.
     *
     * @param timestamp of its record, in milliseconds since 1970
     * @param origin its trace, null if it has none that is sampled
     */
    record Unsaved(long timestamp, @Nullable Origin origin) {}

    private final boolean traced;
    private final Map<TopicPartition, NavigableMap<Long, Unsaved>> partitions = new ConcurrentHashMap<>();

    /** Looks at headers only if {@code traced}. */
    UnsavedTallies(boolean traced) {
        this.traced = traced;
    }

    /** What lies from one offset to before the other, in order. */
    List<Unsaved> between(TopicPartition partition, long from, long to) {
        return List.copyOf(of(partition).subMap(from, to).values());
    }

    /** Everything before the offset is in the store. */
    void savedTo(TopicPartition partition, long offset) {
        of(partition).headMap(offset).clear();
    }

    private NavigableMap<Long, Unsaved> of(TopicPartition partition) {
        return partitions.computeIfAbsent(partition, p -> new ConcurrentSkipListMap<>());
    }

    private void read(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        NavigableMap<Long, Unsaved> unsaved = of(partition);
        ConsumerRecord<byte[], byte[]> first = records.get(0);
        // Read again: from here on everything comes anew.
        unsaved.tailMap(first.offset()).clear();
        unsaved.put(first.offset(), new Unsaved(first.timestamp(), traced ? RecordTraces.origin(first) : null));
        if (traced) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                Origin origin = RecordTraces.origin(record);
                if (origin != null) {
                    unsaved.put(record.offset(), new Unsaved(record.timestamp(), origin));
                }
            }
        }
    }

    /** Listens to a consumer, which makes it by itself (so it is public) and hands it the setting {@link #OF}. */
    public static final class Listener implements ConsumerInterceptor<byte[], byte[]> {

        /** The setting of the consumer that holds the {@link UnsavedTallies}. */
        static final String OF = "dateline.unsaved";

        private @Nullable UnsavedTallies tallies;

        @Override
        public void configure(Map<String, ?> settings) {
            tallies = (UnsavedTallies) Objects.requireNonNull(settings.get(OF));
        }

        @Override
        public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
            for (TopicPartition partition : records.partitions()) {
                Objects.requireNonNull(tallies).read(partition, records.records(partition));
            }
            return records;
        }

        @Override
        public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

        @Override
        public void close() {}
    }
}
