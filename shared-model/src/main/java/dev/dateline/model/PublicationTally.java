package dev.dateline.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What some posts of one publication add to its counts: a record of the topic {@code processed}.
 *
 * @param publication its name, one-spaced
 * @param articles at least 0: a tally too large for one record is split, and only the first part carries its articles
 * @param entities at most {@value #MAX_ENTITIES}, each identity once
 */
public record PublicationTally(String publication, long articles, List<EntityCount> entities) {

    /** With the publication's and the ledger's it stays under the 500 writes that a Firestore commit may have. */
    public static final int MAX_ENTITIES = 400;

    public PublicationTally {
        if (publication == null || entities == null) {
            throw new IllegalArgumentException("a tally has a publication and entities");
        }
        PublicationKey.of(publication);
        if (articles < 0) {
            throw new IllegalArgumentException("a tally's articles are at least 0, not " + articles);
        }
        if (entities.size() > MAX_ENTITIES) {
            throw new IllegalArgumentException(
                    "a tally has at most %d entities, not %d".formatted(MAX_ENTITIES, entities.size()));
        }
        entities = List.copyOf(entities);
    }

    /** A publication's counts as one tally, or as several where they are more than one may hold. */
    public static List<PublicationTally> split(String publication, long articles, List<EntityCount> entities) {
        var parts = new ArrayList<PublicationTally>();
        int from = 0;
        do {
            int to = Math.min(from + MAX_ENTITIES, entities.size());
            parts.add(new PublicationTally(publication, from == 0 ? articles : 0, entities.subList(from, to)));
            from = to;
        } while (from < entities.size());
        return parts;
    }

    /** The publication's identity, which is also the record's key. */
    public PublicationKey key() {
        return PublicationKey.of(publication);
    }
}
