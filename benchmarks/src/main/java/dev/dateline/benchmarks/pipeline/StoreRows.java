package dev.dateline.benchmarks.pipeline;

import dev.dateline.model.EntityName;
import dev.dateline.model.Post;
import dev.dateline.model.PublicationKey;
import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.recognition.Mention;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rows of the store that an article adds to.
 *
 * @param publication its key
 * @param rows the publication's own, and one for each entity
 */
record StoreRows(String publication, Set<String> rows) {

    static List<StoreRows> of(Sample sample) {
        EntityRecognizer recognizer = EntityRecognizer.load();
        return sample.posts().parallelStream().map(post -> of(recognizer, post)).toList();
    }

    private static StoreRows of(EntityRecognizer recognizer, Post post) {
        String publication = PublicationKey.of(post.publication()).value();
        Set<String> rows = new HashSet<>();
        rows.add(publication);
        for (Mention mention : recognizer.recognize(post.content())) {
            EntityName name = EntityName.in(post.content(), mention.begin(), mention.end());
            if (name != null) {
                rows.add(publication + '\n' + mention.type() + ':' + name.word());
            }
        }
        return new StoreRows(publication, rows);
    }
}
