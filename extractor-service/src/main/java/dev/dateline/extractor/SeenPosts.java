package dev.dateline.extractor;

import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads the topic {@code posts.seen}: which ids were counted. */
final class SeenPosts {

    /** A poll that meets nothing but a marker waits as long, and most partitions end in one. */
    private static final Duration POLL = Duration.ofMillis(100);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Map<String, Object> adminSettings;
    private final int window;

    /** Reads the last {@code window} ids of a partition, with consumers that must be read_committed. */
    SeenPosts(ConsumerFactory<byte[], byte[]> consumers, Map<String, Object> adminSettings, int window) {
        this.consumers = consumers;
        this.adminSettings = adminSettings;
        this.window = window;
    }

    /**
     * The ids counted in partitions of {@code posts}, up to all that was written when this was called: an undecided
     * transaction is waited for. Reads {@code committed()} first, then this: so no id is missing whose offset is committed.
     */
    Map<TopicPartition, IdWindow> load(Set<TopicPartition> ofPosts) {
        var windows = new HashMap<TopicPartition, IdWindow>();
        try (Admin admin = Admin.create(adminSettings);
                Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            for (TopicPartition partition : ofPosts) {
                windows.put(partition, load(seen(partition), highWatermark(admin, seen(partition)), consumer));
            }
        }
        return windows;
    }

    private IdWindow load(TopicPartition seen, long end, Consumer<byte[], byte[]> consumer) {
        consumer.assign(List.of(seen));
        long begin =
                Objects.requireNonNull(consumer.beginningOffsets(List.of(seen)).get(seen));
        // Each transaction adds a marker to at least one id: twice the window holds it all.
        consumer.seek(seen, Math.max(begin, end - 2L * window));
        var ids = new IdWindow(window);
        while (consumer.position(seen) < end) {
            consumer.poll(POLL).forEach(record -> ids.add(IdHash.of(record.key())));
        }
        return ids;
    }

    /** Of what was written, whether committed or not: the admin client asks with read_uncommitted. */
    private static long highWatermark(Admin admin, TopicPartition partition) {
        try {
            ListOffsetsResultInfo latest = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get();
            return latest.offset();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    private static TopicPartition seen(TopicPartition ofPosts) {
        return new TopicPartition(Topics.POSTS_SEEN, ofPosts.partition());
    }
}
