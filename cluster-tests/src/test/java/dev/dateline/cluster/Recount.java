package dev.dateline.cluster;

import dev.dateline.model.EntityName;
import dev.dateline.model.Post;
import dev.dateline.model.PublicationKey;
import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.recognition.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one thread with a recogniser gets of posts: what the store must hold, as an {@link Explorer} exports it. */
final class Recount {

    private static final EntityRecognizer RECOGNIZER = EntityRecognizer.load();

    private Recount() {}

    /** Articles of each publication, by its key. */
    static Map<String, Long> publications(List<Post> posts) {
        var articles = new HashMap<String, Long>();
        posts.forEach(post -> articles.merge(key(post), 1L, Long::sum));
        return articles;
    }

    /** Mentions and articles of each entity. */
    static Map<Entity, Counts> entities(List<Post> posts) {
        var entities = new HashMap<Entity, Counts>();
        for (Post post : posts) {
            var ofPost = new HashMap<Entity, Counts>();
            for (Mention mention : RECOGNIZER.recognize(post.content())) {
                EntityName name = EntityName.in(post.content(), mention.begin(), mention.end());
                if (name != null) {
                    ofPost.merge(
                            new Entity(key(post), mention.type(), name.word()), new Counts(1, 1), Counts::inSamePost);
                }
            }
            ofPost.forEach((entity, counts) -> entities.merge(entity, counts, Counts::plus));
        }
        return entities;
    }

    private static String key(Post post) {
        return PublicationKey.of(post.publication()).value();
    }
}
