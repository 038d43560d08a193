package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountQueries;
import java.util.Map;
import java.util.TreeMap;

/** Every count there is: articles of publications, mentions and articles of entities. */
record Counts(Map<String, Long> values) {

    static Counts none() {
        return new Counts(new TreeMap<>());
    }

    static Counts in(CountQueries queries) {
        Counts counts = none();
        queries.forEachPublication(publication -> counts.add(publication.key() + " articles", publication.articles()));
        queries.forEachEntity(row -> {
            String name = row.publication().key() + " " + row.entity().type() + " "
                    + row.entity().word();
            counts.add(name + " mentions", row.entity().mentions());
            counts.add(name + " articles", row.entity().articles());
        });
        return counts;
    }

    static Counts of(PublicationTally... tallies) {
        Counts counts = none();
        for (PublicationTally tally : tallies) {
            counts.add(tally);
        }
        return counts;
    }

    void add(PublicationTally tally) {
        add(tally.key() + " articles", tally.articles());
        tally.entities().forEach(entity -> {
            String name = tally.key() + " " + entity.type() + " " + entity.word();
            add(name + " mentions", entity.mentions());
            add(name + " articles", entity.articles());
        });
    }

    void add(Counts others) {
        others.values.forEach(this::add);
    }

    private void add(String name, long count) {
        values.merge(name, count, Long::sum);
    }
}
