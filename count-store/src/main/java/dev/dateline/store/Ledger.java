package dev.dateline.store;

/** How far each partition has been applied, kept in the store with the counts themselves. */
public interface Ledger {

    /**
     * The partition's position; {@link Position#START} when nothing was applied.
     *
     * @throws StoreException if the store does not answer
     */
    Position position(PartitionId partition);
}
