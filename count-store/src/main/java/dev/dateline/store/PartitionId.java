package dev.dateline.store;

/**
 * A partition of a topic, as the ledger names it.
 *
 * @param number at least 0
 */
public record PartitionId(String topic, int number) {

    /** The ledger's key: {@code processed-3}. */
    @Override
    public String toString() {
        return topic + "-" + number;
    }
}
