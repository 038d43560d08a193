package dev.dateline.store;

import dev.dateline.model.PublicationTally;
import java.util.Collection;

/** Adds to the counts. An implementation applies each range of offsets once, however often it is asked to. Thread-safe. */
public interface CountStore extends Ledger, AutoCloseable {

    /**
     * The most writes that one {@link #apply} may need: one for each distinct publication, one for each distinct entity
     * of each, and one for the ledger. At least 402, so that a tally always fits.
     */
    int maxWrites();

    /**
     * Adds the tallies and moves the partition's position from {@code from} to {@code to}, all or nothing. The same
     * publication and entity may occur in several tallies.
     *
     * @param from the position that was read, with any topic id when its offset is 0
     * @param to after {@code from}, of the same topic
     * @return how many rows or documents that wrote: one for each distinct publication and entity, and the ledger's
     * @throws StalePositionException if the position is no longer {@code from}: this was applied already, or someone else
     *     owns the partition now; nothing was changed
     * @throws StoreException if the store failed or did not answer: whether it was applied, only {@link #position} tells
     */
    int apply(PartitionId partition, Position from, Position to, Collection<PublicationTally> tallies);

    @Override
    void close();
}
