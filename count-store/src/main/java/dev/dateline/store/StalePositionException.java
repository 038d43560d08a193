package dev.dateline.store;

/** The position that a commit was built on is no longer the partition's. */
public final class StalePositionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StalePositionException(PartitionId partition, Position expected) {
        super("the ledger's %s is no longer at %d".formatted(partition, expected.offset()));
    }
}
