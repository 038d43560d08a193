package dev.dateline.explorer;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityId;
import dev.dateline.store.EntityOrder;
import dev.dateline.store.EntityTotal;
import dev.dateline.store.Page;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import dev.dateline.store.StoreException;
import dev.dateline.store.Totals;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store that is away; tests override what still answers. */
class FakeQueries implements CountQueries {

    static StoreException away() {
        return new StoreException("no answer from /data/counts.db", new IllegalStateException("away"));
    }

    @Override
    public Position position(PartitionId partition) {
        throw away();
    }

    @Override
    public Totals totals() {
        throw away();
    }

    @Override
    public Page<PublicationCount> publications(@Nullable String cursor, int limit) {
        throw away();
    }

    @Override
    public Optional<PublicationCount> publication(PublicationKey key) {
        throw away();
    }

    @Override
    public Page<EntityCount> entities(
            PublicationKey key, @Nullable EntityType type, EntityOrder order, @Nullable String cursor, int limit) {
        throw away();
    }

    @Override
    public long mentions(PublicationKey key) {
        throw away();
    }

    @Override
    public List<EntityCount> find(PublicationKey key, Collection<EntityId> entities) {
        throw away();
    }

    @Override
    public List<Long> mentionsEverywhere(List<EntityId> entities) {
        throw away();
    }

    @Override
    public List<EntityTotal> search(String prefix, @Nullable EntityType type, int limit) {
        throw away();
    }

    @Override
    public List<PublicationEntity> acrossPublications(EntityType type, String word, int limit) {
        throw away();
    }

    @Override
    public void forEachPublication(Consumer<PublicationCount> consumer) {
        throw away();
    }

    @Override
    public void forEachEntity(Consumer<PublicationEntity> consumer) {
        throw away();
    }

    @Override
    public void close() {}
}
