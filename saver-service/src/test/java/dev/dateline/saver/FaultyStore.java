package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.saver.MemoryStore.Fault;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreException;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that fails, before or after it did what it was asked to. */
final class FaultyStore implements CountStore {

    private final CountStore store;
    private final Supplier<Fault> faults;
    private final AtomicInteger applied = new AtomicInteger();

    FaultyStore(CountStore store, Supplier<Fault> faults) {
        this.store = store;
        this.faults = faults;
    }

    int applied() {
        return applied.get();
    }

    @Override
    public int maxWrites() {
        return store.maxWrites();
    }

    @Override
    public Position position(PartitionId partition) {
        failAt(faults.get(), Fault.BEFORE_APPLYING);
        return store.position(partition);
    }

    @Override
    public int apply(PartitionId partition, Position from, Position to, Collection<PublicationTally> tallies) {
        Fault fault = faults.get();
        failAt(fault, Fault.BEFORE_APPLYING);
        int writes = store.apply(partition, from, to, tallies);
        applied.incrementAndGet();
        failAt(fault, Fault.AFTER_APPLYING);
        return writes;
    }

    @Override
    public void close() {
        store.close();
    }

    private static void failAt(Fault fault, Fault point) {
        if (fault == point) {
            throw new StoreException("made to fail " + point, new IllegalStateException());
        }
    }
}
