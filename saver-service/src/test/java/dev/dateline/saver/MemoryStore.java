package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StalePositionException;
import dev.dateline.store.StoreException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** A store of one partition that fails when told to. */
final class MemoryStore implements CountStore {

    /** What an apply does to go wrong. */
    enum Fault {
        NOTHING,
        BEFORE_APPLYING,
        AFTER_APPLYING
    }

    final Deque<Fault> faults = new ArrayDeque<>();
    final List<PublicationTally> applied = new ArrayList<>();
    Position position = Position.START;
    int maxWrites = 500;
    int applies;
    boolean away;

    @Override
    public int maxWrites() {
        return maxWrites;
    }

    @Override
    public Position position(PartitionId partition) {
        if (away) {
            throw failure();
        }
        return position;
    }

    @Override
    public int apply(PartitionId partition, Position from, Position to, Collection<PublicationTally> tallies) {
        applies++;
        Fault fault = faults.isEmpty() ? Fault.NOTHING : faults.remove();
        if (away || fault == Fault.BEFORE_APPLYING) {
            throw failure();
        }
        if (!position.equals(from)) {
            throw new StalePositionException(partition, from);
        }
        position = to;
        applied.addAll(tallies);
        if (fault == Fault.AFTER_APPLYING) {
            throw failure();
        }
        return tallies.size();
    }

    @Override
    public void close() {}

    private static StoreException failure() {
        return new StoreException("the store is away", new IllegalStateException());
    }
}
