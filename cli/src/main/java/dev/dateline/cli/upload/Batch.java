package dev.dateline.cli.upload;

import dev.dateline.cli.articles.Row;
import dev.dateline.model.Post;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Articles that are sent together, never two of one id. */
final class Batch {

    /** Enough to keep Kafka's batches full; a smaller one is lost less when it breaks. */
    private static final int MOST_ARTICLES = 500;

    /** Of content: well under what the gateway reads before it answers. */
    private static final int MOST_CHARACTERS = 512 * 1024;

    private final List<Sent> articles = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int characters;
    private final long begin = System.nanoTime();

    /** An article and the file that it came from. */
    record Sent(String file, Row.Article row) {}

    /** Whether this one goes into another batch. */
    boolean isFullFor(Row.Article article) {
        return articles.size() >= MOST_ARTICLES
                || !articles.isEmpty() && characters + article.post().content().length() > MOST_CHARACTERS
                || ids().contains(article.post().id());
    }

    void add(String file, Row.Article article) {
        articles.add(new Sent(file, article));
        ids.add(article.post().id());
        characters += article.post().content().length();
    }

    boolean isEmpty() {
        return articles.isEmpty();
    }

    /** Since its first article came, in nanoseconds. */
    long age() {
        return System.nanoTime() - begin;
    }

    Sent get(int position) {
        return articles.get(position);
    }

    List<Post> posts() {
        return articles.stream().map(sent -> sent.row().post()).toList();
    }

    Set<String> ids() {
        return ids;
    }
}
