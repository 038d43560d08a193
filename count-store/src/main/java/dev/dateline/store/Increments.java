package dev.dateline.store;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.PublicationTally;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tallies add up to: each publication once, and each of its entities once. */
public record Increments(List<OfPublication> publications) {

    /**
     * What is to be added to one publication.
     *
     * @param name how its latest tally writes it
     * @param entities how the latest tally with each writes it, and the sums
     */
    public record OfPublication(PublicationKey key, String name, long articles, List<EntityCount> entities) {}

    /**
     * Adds up the tallies; names are the latest's.
     *
     * @throws IllegalArgumentException if the sum needs more than {@code maxWrites}
     */
    public static Increments of(Collection<PublicationTally> tallies, int maxWrites) {
        var sums = new LinkedHashMap<PublicationKey, Sum>();
        for (PublicationTally tally : tallies) {
            sums.computeIfAbsent(tally.key(), key -> new Sum()).add(tally);
        }
        var increments = new Increments(sums.entrySet().stream()
                .map(entry -> entry.getValue().of(entry.getKey()))
                .toList());
        if (increments.writes() > maxWrites) {
            throw new IllegalArgumentException(
                    "a commit has at most %d writes, not %d".formatted(maxWrites, increments.writes()));
        }
        return increments;
    }

    /** How many writes these are, the ledger's among them. */
    public int writes() {
        return 1
                + publications.stream()
                        .mapToInt(publication -> 1 + publication.entities().size())
                        .sum();
    }

    private record Identity(EntityType type, String word) {}

    private static final class Sum {

        private String name = "";
        private long articles;
        private final Map<Identity, EntityCount> entities = new LinkedHashMap<>();

        void add(PublicationTally tally) {
            name = tally.publication();
            articles += tally.articles();
            for (EntityCount entity : tally.entities()) {
                entities.merge(new Identity(entity.type(), entity.word()), entity, Sum::added);
            }
        }

        OfPublication of(PublicationKey key) {
            return new OfPublication(key, name, articles, List.copyOf(entities.values()));
        }

        private static EntityCount added(EntityCount sum, EntityCount later) {
            return new EntityCount(
                    later.type(),
                    later.word(),
                    later.name(),
                    sum.mentions() + later.mentions(),
                    sum.articles() + later.articles());
        }
    }
}
