package dev.dateline.extractor;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityName;
import dev.dateline.model.EntityType;
import dev.dateline.model.Post;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.PublicationTally;
import dev.dateline.recognition.Mention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Posts and their mentions in, a tally per publication out. Not thread-safe. */
final class TallyBuilder {

    private record Entity(EntityType type, String word) {}

    private final Map<PublicationKey, PublicationCounts> publications = new LinkedHashMap<>();

    /**
     * Counts a post, all of it or, when this throws, nothing.
     *
     * @return mentions that count nowhere because their text is too long for a name
     */
    int add(Post post, List<Mention> mentions) {
        PublicationKey key = PublicationKey.of(post.publication());
        Map<Entity, EntityCounts> entities = new LinkedHashMap<>();
        int dropped = 0;
        for (Mention mention : mentions) {
            EntityName name = EntityName.in(post.content(), mention.begin(), mention.end());
            if (name == null) {
                dropped++;
            } else {
                entities.computeIfAbsent(new Entity(mention.type(), name.word()), e -> new EntityCounts())
                        .mention(name.name());
            }
        }
        publications.computeIfAbsent(key, k -> new PublicationCounts()).article(post.publication(), entities);
        return dropped;
    }

    /** What was counted; a publication with more entities than a tally may hold has several. */
    List<PublicationTally> tallies() {
        return publications.values().stream()
                .flatMap(counts -> counts.tallies().stream())
                .toList();
    }

    private static final class PublicationCounts {

        private final Map<Entity, EntityCounts> entities = new LinkedHashMap<>();
        private String name = "";
        private long articles;

        void article(String latestName, Map<Entity, EntityCounts> mentioned) {
            name = latestName;
            articles++;
            mentioned.forEach((entity, counts) ->
                    entities.computeIfAbsent(entity, e -> new EntityCounts()).article(counts));
        }

        List<PublicationTally> tallies() {
            var counts = new ArrayList<EntityCount>(entities.size());
            entities.forEach((entity, c) ->
                    counts.add(new EntityCount(entity.type(), entity.word(), c.mainName(), c.mentions, c.articles)));
            return PublicationTally.split(name, articles, counts);
        }
    }

    private static final class EntityCounts {

        private final Map<String, Integer> names = new LinkedHashMap<>(4);
        private String latest = "";
        private long mentions;
        private long articles;

        void mention(String name) {
            mentions++;
            names.merge(name, 1, Integer::sum);
            latest = name;
        }

        void article(EntityCounts ofPost) {
            articles++;
            mentions += ofPost.mentions;
            ofPost.names.forEach((name, count) -> names.merge(name, count, Integer::sum));
            latest = ofPost.latest;
        }

        /** The most frequent name; of several the latest, where it is one of them. */
        String mainName() {
            String main = latest;
            for (var name : names.entrySet()) {
                if (name.getValue() > names.getOrDefault(main, 0)) {
                    main = name.getKey();
                }
            }
            return main;
        }
    }
}
