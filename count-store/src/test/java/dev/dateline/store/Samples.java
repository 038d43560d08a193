package dev.dateline.store;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityName;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationTally;
import java.util.List;
import java.util.stream.IntStream;

/** Tallies to count. */
public final class Samples {

    private Samples() {}

    public static PublicationTally tally(String publication, long articles, EntityCount... entities) {
        return new PublicationTally(publication, articles, List.of(entities));
    }

    /** A person in one article for each mention. */
    public static EntityCount person(String name, long mentions) {
        return entity(EntityType.PERSON, name, mentions, mentions);
    }

    public static EntityCount entity(EntityType type, String name, long mentions, long articles) {
        return new EntityCount(type, EntityName.in(name, 0, name.length()).word(), name, mentions, articles);
    }

    /** Tallies of one publication with so many persons, each mentioned once, in one article. */
    public static List<PublicationTally> crowd(String publication, int persons) {
        List<EntityCount> entities = IntStream.range(0, persons)
                .mapToObj(i -> person("Person %06d".formatted(i), 1))
                .toList();
        return PublicationTally.split(publication, 1, entities);
    }
}
