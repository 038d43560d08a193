package dev.dateline.cli.verify;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.console.Counted;
import dev.dateline.model.EntityType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Holds a recount against what the explorer exports. */
public final class Comparison {

    /** Who has more than these looks for the cause, not at the rest. */
    private static final int MAX_SHOWN = 20;

    private static final JsonMapper JSON = new JsonMapper();

    private final int publications;
    private final int entities;
    private final List<String> shown = new ArrayList<>();
    private long differing;

    record PublicationRow(String publication, long articles) {}

    record EntityRow(String publication, EntityType type, String word, long mentions, long articles) {}

    private Comparison(int publications, int entities) {
        this.publications = publications;
        this.entities = entities;
    }

    /** Compares all publications and entities, in either direction. */
    public static Comparison of(Recount recount, ExplorerClient explorer) {
        var comparison =
                new Comparison(recount.articles().size(), recount.entities().size());
        try (Stream<String> lines = explorer.export("ndjson", "publications")) {
            comparison.compare(recount.articles(), lines.map(line -> {
                var row = JSON.readValue(line, PublicationRow.class);
                return Map.entry(row.publication, row.articles);
            }));
        }
        try (Stream<String> lines = explorer.export("ndjson", "entities")) {
            comparison.compare(recount.entities(), lines.map(line -> {
                var row = JSON.readValue(line, EntityRow.class);
                var entity = new EntityKey(row.publication, row.type, row.word);
                return Map.entry(entity, new Mentioned(row.mentions, row.articles));
            }));
        }
        return comparison;
    }

    /** The first differences, a line each. */
    public List<String> shown() {
        return shown;
    }

    /** How many publications and entities differ. */
    public long differing() {
        return differing;
    }

    /** The last line of a check, which programs read: plain numbers. */
    @Override
    public String toString() {
        return "%d publications, %d entities, %d differ".formatted(publications, entities, differing);
    }

    private <K, V> void compare(Map<K, V> counted, Stream<Map.Entry<K, V>> stored) {
        var notStored = new HashMap<>(counted);
        stored.forEach(entry -> {
            V inFiles = notStored.remove(entry.getKey());
            if (!entry.getValue().equals(inFiles)) {
                add(entry.getKey(), entry.getValue(), inFiles);
            }
        });
        notStored.forEach((what, inFiles) -> add(what, null, inFiles));
    }

    private void add(Object what, @Nullable Object stored, @Nullable Object counted) {
        differing++;
        if (shown.size() < MAX_SHOWN) {
            shown.add("%s: %s in the store, %s in the files".formatted(what, text(stored), text(counted)));
        }
    }

    private static String text(@Nullable Object count) {
        return count == null
                ? "none"
                : count instanceof Long articles ? Counted.of(articles, "article") : count.toString();
    }
}
