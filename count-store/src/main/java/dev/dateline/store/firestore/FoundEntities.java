package dev.dateline.store.firestore;

import dev.dateline.model.CodePointOrder;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.store.EntityTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums entities over publications. */
final class FoundEntities {

    private static final Comparator<EntityTotal> MOST_MENTIONED_FIRST = Comparator.comparingLong(EntityTotal::mentions)
            .reversed()
            .thenComparing(total -> total.type().name())
            .thenComparing(EntityTotal::word, CodePointOrder.INSTANCE);

    private record Identity(EntityType type, String word) {}

    private final Map<Identity, List<EntityCount>> entities = new LinkedHashMap<>();

    void add(EntityCount entity) {
        entities.computeIfAbsent(new Identity(entity.type(), entity.word()), identity -> new ArrayList<>())
                .add(entity);
    }

    List<EntityTotal> mostMentioned(int limit) {
        return entities.values().stream()
                .map(FoundEntities::total)
                .sorted(MOST_MENTIONED_FIRST)
                .limit(limit)
                .toList();
    }

    /** With the name by which the publication that mentions it most knows it. */
    private static EntityTotal total(List<EntityCount> counts) {
        EntityCount most = counts.stream()
                .max(Comparator.comparingLong(EntityCount::mentions))
                .orElseThrow();
        return new EntityTotal(
                most.type(),
                most.word(),
                most.name(),
                counts.stream().mapToLong(EntityCount::mentions).sum(),
                counts.stream().mapToLong(EntityCount::articles).sum(),
                counts.size());
    }
}
