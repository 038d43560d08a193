package dev.dateline.cli.demo;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.client.ExplorerClient.Entity;
import dev.dateline.cli.client.ExplorerClient.Publication;
import dev.dateline.cli.client.ExplorerClient.Totals;
import dev.dateline.model.EntityType;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is worth telling about a few publications.
 *
 * @param shared the name that most of them mention; empty if each name is one publication's
 */
record Story(Totals totals, List<Chapter> chapters, Optional<Shared> shared) {

    private static final int TOP = 4;
    private static final int EXCLUSIVE = 3;

    /** All that a publication of the demo mentions: its articles are few. */
    private static final int ALL = 10_000;

    /**
     * One publication.
     *
     * @param top what it mentions most
     * @param exclusive what it mentions most of what no other does
     */
    record Chapter(Publication publication, List<Entity> top, List<Entity> exclusive) {}

    /** A name that several publications mention. */
    record Shared(String name, long publications) {}

    private record Key(EntityType type, String word) {

        static Key of(Entity entity) {
            return new Key(entity.type(), entity.word());
        }
    }

    /** What the explorer knows. */
    static Story of(ExplorerClient explorer) {
        List<Publication> publications = explorer.publications();
        var entities = new HashMap<Publication, List<Entity>>();
        var spread = new HashMap<Key, Long>();
        for (Publication publication : publications) {
            List<Entity> mentioned = explorer.entities(publication.key(), null, ALL);
            entities.put(publication, mentioned);
            mentioned.forEach(entity -> spread.merge(Key.of(entity), 1L, Long::sum));
        }
        List<Chapter> chapters = publications.stream()
                .map(publication -> chapter(publication, entities.getOrDefault(publication, List.of()), spread))
                .toList();
        return new Story(
                explorer.totals(),
                chapters,
                shared(entities.values().stream().flatMap(List::stream).toList(), spread));
    }

    private static Chapter chapter(Publication publication, List<Entity> entities, Map<Key, Long> spread) {
        List<Entity> exclusive = entities.stream()
                .filter(entity -> publications(entity, spread) == 1)
                .limit(EXCLUSIVE)
                .toList();
        return new Chapter(publication, entities.stream().limit(TOP).toList(), exclusive);
    }

    private static Optional<Shared> shared(List<Entity> all, Map<Key, Long> spread) {
        return all.stream()
                .filter(entity -> publications(entity, spread) > 1)
                .max(Comparator.comparingLong((Entity entity) -> publications(entity, spread))
                        .thenComparingLong(Entity::mentions))
                .map(entity -> new Shared(entity.name(), publications(entity, spread)));
    }

    private static long publications(Entity entity, Map<Key, Long> spread) {
        return spread.getOrDefault(Key.of(entity), 0L);
    }
}
