package dev.dateline.extractor;

import dev.dateline.topics.CannotGoOnException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings a consumer to what was committed: the offsets to go on from, and the ids counted before them. Used when
 * partitions are assigned and after any failure, whatever became of the transaction.
 */
final class CommittedState {

    private final BatchTransaction own;
    private final SeenPosts seenPosts;
    private final RepeatFilter repeatFilter;

    CommittedState(BatchTransaction own, SeenPosts seenPosts, RepeatFilter repeatFilter) {
        this.own = own;
        this.seenPosts = seenPosts;
        this.repeatFilter = repeatFilter;
    }

    /**
     * Restores position and ids of some of the consumer's partitions. The order matters: what this extractor left open itself is
     * ended, so that nobody waits for it; then the offsets, for which read_committed makes the broker wait until no
     * transaction is undecided; then the ids up to at least those offsets.
     *
     * @throws CannotGoOnException if a partition has counts but no offset: counting from 0 would double them
     */
    void restore(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        takeOver();
        Set<TopicPartition> all = new HashSet<>(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(all);
        Map<TopicPartition, IdWindow> seen = seenPosts.load(all);
        for (TopicPartition partition : all) {
            IdWindow counted = Objects.requireNonNull(seen.get(partition));
            OffsetAndMetadata next = committed.get(partition);
            if (next == null && counted.size() > 0) {
                requireOffset(consumer, partition);
                // Committed for the first time between the two: once more, in the same order.
                restore(consumer, Set.of(partition));
            } else {
                consumer.seek(partition, next == null ? firstOffset(consumer, partition) : next.offset());
                repeatFilter.load(partition, counted);
            }
        }
    }

    /** Ends what a process with this transactional id left open, as {@link BatchTransaction#takeOver}. */
    void takeOver() {
        own.takeOver();
    }

    private static void requireOffset(Consumer<?, ?> consumer, TopicPartition partition) {
        if (consumer.committed(Set.of(partition)).get(partition) == null) {
            throw new CannotGoOnException(
                    ("%s has no committed offset, but posts.seen says that posts of it were counted: "
                                    + "restore the offsets of the extractors' group, or start with new topics and a new store")
                            .formatted(partition));
        }
    }

    private static long firstOffset(Consumer<?, ?> consumer, TopicPartition partition) {
        Long begin = consumer.beginningOffsets(Set.of(partition)).get(partition);
        if (begin == null || begin != 0) {
            throw new CannotGoOnException(
                    ("%s begins at offset %d and nothing of it was counted: its first posts are gone. "
                                    + "Set the extractors' group to the offset to begin at")
                            .formatted(partition, begin));
        }
        return 0;
    }
}
