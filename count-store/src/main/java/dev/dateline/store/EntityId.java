package dev.dateline.store;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;

/** What makes an entity the same in every publication. */
public record EntityId(EntityType type, String word) {

    /** Of which these are counts. */
    public static EntityId of(EntityCount count) {
        return new EntityId(count.type(), count.word());
    }
}
