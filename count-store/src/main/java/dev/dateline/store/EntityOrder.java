package dev.dateline.store;

import dev.dateline.model.EntityCount;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a publication's entities are sorted by, the most first. */
public enum EntityOrder {
    /** How often it mentions them. */
    MENTIONS(EntityCount::mentions),
    /** How many of its articles mention them; per 100 articles it is the same order. */
    ARTICLES(EntityCount::articles);

    private final ToLongFunction<EntityCount> count;

    EntityOrder(ToLongFunction<EntityCount> count) {
        this.count = count;
    }

    /** What this sorts by. */
    public long of(EntityCount entity) {
        return count.applyAsLong(entity);
    }

    /** As an address writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
