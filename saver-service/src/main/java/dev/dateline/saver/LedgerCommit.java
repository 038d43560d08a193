package dev.dateline.saver;

import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;

/** Applies commits, and finds out from the ledger what became of one that failed or was not answered. */
final class LedgerCommit {

    private final CountStore store;
    private final PartitionId partition;

    LedgerCommit(CountStore store, PartitionId partition) {
        this.store = store;
        this.partition = partition;
    }

    /**
     * Applies a commit unless it was already.
     *
     * @return false if the ledger is somewhere else: someone else owns the partition, and this commit is void
     * @throws RuntimeException if it did not happen or that is not known: the identical commit is to be tried again
     */
    boolean apply(Commit commit) {
        try {
            store.apply(partition, commit.from(), commit.to(), commit.tallies());
            return true;
        } catch (RuntimeException failure) {
            Position ledger = store.position(partition);
            if (ledger.equals(commit.from())) {
                throw failure;
            }
            return ledger.equals(commit.to());
        }
    }
}
