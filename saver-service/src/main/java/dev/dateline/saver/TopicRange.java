package dev.dateline.saver;

import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.topics.CannotGoOnException;

/**
 * What a topic holds of a partition.
 *
 * @param topicId another for a topic made anew under the same name
 * @param begin the first offset it holds
 * @param end the one after the last
 */
record TopicRange(String topicId, long begin, long end) {

    private static final String CURE =
            "restore the topic and the store from the same moment, or give this topic a store that is empty";

    /**
     * Makes sure that reading may go on where the ledger stands.
     *
     * @throws CannotGoOnException if topic and store don't belong together: going on would lose or double counts
     */
    void check(PartitionId partition, Position ledger) {
        if (ledger.offset() > 0 && !ledger.topicId().equals(topicId)) {
            throw new CannotGoOnException(
                    "the store's ledger of %s (offset %d) belongs to another topic (id %s) than there is now (id %s): %s"
                            .formatted(partition, ledger.offset(), ledger.topicId(), topicId, CURE));
        }
        if (ledger.offset() < begin) {
            throw new CannotGoOnException(
                    "the store's ledger of %s stands at %d, but the topic begins at %d, what lay between is gone: %s"
                            .formatted(partition, ledger.offset(), begin, CURE));
        }
        if (ledger.offset() > end) {
            throw new CannotGoOnException("the store's ledger of %s stands at %d, but the topic ends at %d: %s"
                    .formatted(partition, ledger.offset(), end, CURE));
        }
    }
}
