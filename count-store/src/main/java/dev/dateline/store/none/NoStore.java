package dev.dateline.store.none;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountQueries;
import dev.dateline.store.CountStore;
import dev.dateline.store.EntityId;
import dev.dateline.store.EntityOrder;
import dev.dateline.store.EntityTotal;
import dev.dateline.store.Increments;
import dev.dateline.store.Page;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import dev.dateline.store.Totals;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds up articles, mentions and writes, and keeps positions; its lists are empty, and so are the totals of publications
 * and entities. All that are open in a process share their sums, so that who reads sees what the other wrote; they are
 * gone when the last is closed.
 */
public final class NoStore implements CountStore, CountQueries {

    /** About the size of SQLite's commits, so that both are given the same work. */
    private static final int MAX_WRITES = 10_000;

    private static final Set<NoStore> OPEN = new HashSet<>();
    private static Sums shared = new Sums();

    private final Sums sums;

    private NoStore(Sums sums) {
        this.sums = sums;
    }

    /** Opens the one of this process. */
    public static NoStore open() {
        synchronized (OPEN) {
            if (OPEN.isEmpty()) {
                shared = new Sums();
            }
            var store = new NoStore(shared);
            OPEN.add(store);
            return store;
        }
    }

    @Override
    public void close() {
        synchronized (OPEN) {
            OPEN.remove(this);
        }
    }

    /** How many writes a store would have been asked for, merged within each commit. */
    public long writes() {
        return sums.writes();
    }

    @Override
    public Position position(PartitionId partition) {
        return sums.position(partition);
    }

    @Override
    public int maxWrites() {
        return MAX_WRITES;
    }

    @Override
    public int apply(PartitionId partition, Position from, Position to, Collection<PublicationTally> tallies) {
        from.requireBefore(to);
        Increments increments = Increments.of(tallies, MAX_WRITES);
        sums.apply(partition, from, to, increments);
        return increments.writes();
    }

    @Override
    public Totals totals() {
        return sums.totals();
    }

    @Override
    public Page<PublicationCount> publications(@Nullable String cursor, int limit) {
        return new Page<>(List.of(), null);
    }

    @Override
    public Optional<PublicationCount> publication(PublicationKey key) {
        return Optional.empty();
    }

    @Override
    public Page<EntityCount> entities(
            PublicationKey key, @Nullable EntityType type, EntityOrder order, @Nullable String cursor, int limit) {
        return new Page<>(List.of(), null);
    }

    @Override
    public long mentions(PublicationKey key) {
        return 0;
    }

    @Override
    public List<EntityCount> find(PublicationKey key, Collection<EntityId> entities) {
        return List.of();
    }

    @Override
    public List<Long> mentionsEverywhere(List<EntityId> entities) {
        return Collections.nCopies(entities.size(), 0L);
    }

    @Override
    public List<EntityTotal> search(String prefix, @Nullable EntityType type, int limit) {
        return List.of();
    }

    @Override
    public List<PublicationEntity> acrossPublications(EntityType type, String word, int limit) {
        return List.of();
    }

    @Override
    public void forEachPublication(Consumer<PublicationCount> consumer) {}

    @Override
    public void forEachEntity(Consumer<PublicationEntity> consumer) {}
}
