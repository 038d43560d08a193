package dev.dateline.explorer.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads through the ends of topics with a consumer of no group. */
final class KafkaReader implements CommittedRecords, AutoCloseable {

    /** A person and a progress bar need no more; 200 posts are about a megabyte. */
    private static final int ENOUGH = 200;

    /** Whatever was not read by then counts by its offsets. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;

    KafkaReader(Map<String, Object> consumerSettings) {
        var settings = new HashMap<>(consumerSettings);
        settings.keySet().remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, ENOUGH);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        // Nearly always a handful of markers; never the tens of megabytes of a default fetch from a long backlog.
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1024 * 1024);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, KafkaOffsets.PATIENCE_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, KafkaOffsets.PATIENCE_MS);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Map<TopicIdPartition, Reading> read(Collection<Span> spans) {
        List<OpenSpan> open = spans.stream().map(OpenSpan::new).toList();
        List<TopicPartition> partitions = partitions(open.stream());
        consumer.assign(partitions);
        // A partition that was assigned before is still paused.
        consumer.resume(partitions);
        // For a reader of committed transactions a log ends before the first one that is undecided.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        for (OpenSpan span : open) {
            consumer.seek(span.partition(), span.position());
            span.endsAt(ends.getOrDefault(span.partition(), 0L));
        }
        readOn(open);
        return open.stream().collect(Collectors.toMap(OpenSpan::key, OpenSpan::reading));
    }

    private void readOn(List<OpenSpan> open) {
        long deadline = System.nanoTime() + TIME.toNanos();
        int seen = 0;
        while (seen < ENOUGH && System.nanoTime() < deadline && !open.stream().allMatch(OpenSpan::isRead)) {
            consumer.pause(partitions(open.stream().filter(OpenSpan::isRead)));
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            seen += records.count();
            for (OpenSpan span : open) {
                span.add(records.records(span.partition()), consumer.position(span.partition()));
            }
        }
    }

    private static List<TopicPartition> partitions(Stream<OpenSpan> spans) {
        return spans.map(OpenSpan::partition).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
