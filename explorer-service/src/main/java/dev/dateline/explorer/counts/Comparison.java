package dev.dateline.explorer.counts;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityId;
import dev.dateline.store.EntityOrder;
import dev.dateline.store.PublicationCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publications side by side: what each of them writes most about, and how much the others write about that.
 *
 * @param items those with the largest sum of shares first
 */
public record Comparison(List<PublicationCount> publications, List<Item> items) {

    /** One entity, with its counts in each publication, in their order. */
    public record Item(EntityType type, String word, String name, List<Count> counts) {}

    /** How much one publication writes about it; zeros if nothing. */
    public record Count(long mentions, long articles) {

        private static final Count NONE = new Count(0, 0);
    }

    /** Compares the {@code limit} most mentioned entities of each, of one type or of all. */
    public static Comparison of(
            CountQueries queries, List<PublicationCount> publications, @Nullable EntityType type, int limit) {
        List<Map<EntityId, EntityCount>> known = new ArrayList<>();
        var all = new LinkedHashMap<EntityId, EntityCount>();
        for (PublicationCount publication : publications) {
            var own = new HashMap<EntityId, EntityCount>();
            queries.entities(publication.key(), type, EntityOrder.MENTIONS, null, limit)
                    .items()
                    .forEach(entity -> own.put(EntityId.of(entity), entity));
            own.forEach(all::putIfAbsent);
            known.add(own);
        }
        for (int i = 0; i < publications.size(); i++) {
            addTheRest(queries, publications.get(i), known.get(i), all.keySet());
        }
        return new Comparison(
                publications,
                all.values().stream()
                        .sorted(Comparator.<EntityCount>comparingDouble(entity -> shares(entity, publications, known))
                                .reversed()
                                .thenComparing(EntityCount::word))
                        .map(entity -> item(entity, known))
                        .toList());
    }

    private static void addTheRest(
            CountQueries queries, PublicationCount publication, Map<EntityId, EntityCount> own, Set<EntityId> all) {
        List<EntityId> missing = all.stream().filter(id -> !own.containsKey(id)).toList();
        queries.find(publication.key(), missing).forEach(entity -> own.put(EntityId.of(entity), entity));
    }

    private static double shares(
            EntityCount entity, List<PublicationCount> publications, List<Map<EntityId, EntityCount>> known) {
        double sum = 0;
        for (int i = 0; i < publications.size(); i++) {
            EntityCount own = known.get(i).get(EntityId.of(entity));
            sum += own == null
                    ? 0
                    : (double) own.articles() / Math.max(1, publications.get(i).articles());
        }
        return sum;
    }

    private static Item item(EntityCount entity, List<Map<EntityId, EntityCount>> known) {
        List<Count> counts = known.stream()
                .map(own -> own.get(EntityId.of(entity)))
                .map(own -> own == null ? Count.NONE : new Count(own.mentions(), own.articles()))
                .toList();
        return new Item(entity.type(), entity.word(), entity.name(), counts);
    }
}
