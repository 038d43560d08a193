package dev.dateline.cli.verify;

import dev.dateline.model.EntityName;
import dev.dateline.model.Post;
import dev.dateline.model.PublicationKey;
import dev.dateline.recognition.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What the store must hold after these posts. For many threads. */
public final class Recount {

    private final Function<String, List<Mention>> recognizer;
    private final Map<String, Long> articles = new ConcurrentHashMap<>();
    private final Map<EntityKey, Mentioned> entities = new ConcurrentHashMap<>();

    public Recount(Function<String, List<Mention>> recognizer) {
        this.recognizer = recognizer;
    }

    /** Counts a post; who adds one id twice counts it twice. */
    public void add(Post post) {
        String publication = PublicationKey.of(post.publication()).value();
        var mentions = new HashMap<EntityKey, Long>();
        for (Mention mention : recognizer.apply(post.content())) {
            EntityName name = EntityName.in(post.content(), mention.begin(), mention.end());
            if (name != null) {
                mentions.merge(new EntityKey(publication, mention.type(), name.word()), 1L, Long::sum);
            }
        }
        articles.merge(publication, 1L, Long::sum);
        mentions.forEach((entity, count) -> entities.merge(entity, new Mentioned(count, 1), Mentioned::plus));
    }

    /** Articles of each publication, by its key. */
    Map<String, Long> articles() {
        return articles;
    }

    Map<EntityKey, Mentioned> entities() {
        return entities;
    }
}
