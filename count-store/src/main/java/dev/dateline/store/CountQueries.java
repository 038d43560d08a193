package dev.dateline.store;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counts. Thread-safe; every method may block, and throws {@link StoreException} if the store does not answer.
 */
public interface CountQueries extends Ledger, AutoCloseable {

    /** The most that {@link #search} finds: who looks for more types another letter. */
    int MAX_FOUND = 200;

    /** The most entities that one question may name. */
    int MAX_NAMED = 1_000;

    /** Sums over everything. */
    Totals totals();

    /**
     * Publications, the one with the most articles first, then by key (on Firestore by the document's id, which only
     * differs where Firestore forbids a key).
     *
     * @param cursor the {@link Page#next} of the page before, null for the first
     * @param limit 1 to 1,000
     * @throws InvalidCursorException if the cursor is none of this query's
     */
    Page<PublicationCount> publications(@Nullable String cursor, int limit);

    /** One publication. */
    Optional<PublicationCount> publication(PublicationKey key);

    /**
     * A publication's entities, those with the most mentions or articles first, then by type and word.
     *
     * @param type null for all
     * @param cursor the {@link Page#next} of the page before, null for the first
     * @param limit 1 to 1,000
     * @throws InvalidCursorException if the cursor is none of this query's
     */
    Page<EntityCount> entities(
            PublicationKey key, @Nullable EntityType type, EntityOrder order, @Nullable String cursor, int limit);

    /** How often a publication mentions any of its entities; 0 if there is no such publication. */
    long mentions(PublicationKey key);

    /**
     * Those of the named entities that a publication mentions, in any order.
     *
     * @param entities at most {@link #MAX_NAMED}
     */
    List<EntityCount> find(PublicationKey key, Collection<EntityId> entities);

    /**
     * How often all publications together mention each of the named entities, in their order.
     *
     * @param entities at most {@link #MAX_NAMED}; on Firestore each costs a read per 1,000 publications that mention it
     */
    List<Long> mentionsEverywhere(List<EntityId> entities);

    /**
     * Entities over all publications whose word begins with the prefix, in any case, the most mentioned first. Firestore
     * ranks only the first 200 rows by word.
     *
     * @param type null for all
     * @param limit 1 to 200
     */
    List<EntityTotal> search(String prefix, @Nullable EntityType type, int limit);

    /**
     * One entity in each publication that mentions it, the one with the most mentions first.
     *
     * @param word in any case
     * @param limit 1 to 1,000
     */
    List<PublicationEntity> acrossPublications(EntityType type, String word, int limit);

    /** Hands every publication over, by key, in bounded memory. */
    void forEachPublication(Consumer<PublicationCount> consumer);

    /** Hands every entity of every publication over, by the publication's key, type (by name) and word, in bounded memory. */
    void forEachEntity(Consumer<PublicationEntity> consumer);

    @Override
    void close();
}
