package dev.dateline.extractor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Which ids were counted, for each partition of one consumer. Ids enter only once their transaction was committed; a
 * partition that is taken away is forgotten, because others count in it from then on. Not thread-safe.
 */
final class RepeatFilter {

    private final Map<TopicPartition, IdWindow> counted = new HashMap<>();

    /** Starts, or starts anew, with what {@code posts.seen} holds of a partition. */
    void load(TopicPartition partition, IdWindow ids) {
        counted.put(partition, ids);
    }

    void forget(Collection<TopicPartition> partitions) {
        counted.keySet().removeAll(partitions);
    }

    /** The ids counted in a partition, which must have been loaded: without them a repeat would count again. */
    IdWindow countedIn(TopicPartition partition) {
        IdWindow ids = counted.get(partition);
        if (ids == null) {
            throw new IllegalStateException("the ids counted in " + partition + " were not loaded");
        }
        return ids;
    }

    /** Call when, and only when, the transaction that counted the batch was committed. */
    void add(Batch committed) {
        committed.counted().forEach((partition, ids) -> ids.keySet().forEach(countedIn(partition)::add));
    }
}
