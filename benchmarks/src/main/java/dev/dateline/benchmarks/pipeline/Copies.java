package dev.dateline.benchmarks.pipeline;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * More articles than a file has: each of its own, then again and again with a new id and its sentences in another order. The
 * same words and names come back, as they do in news, but no text is the same: nothing that remembers texts would gain by it.
 */
final class Copies {

    private final Sample sample;

    Copies(Sample sample) {
        this.sample = sample;
    }

    /** Writes so many, a JSON object a line, and leaves out as many before them. */
    void write(Path file, int leftOut, int articles) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < articles; i++) {
                out.write(PostJson.write(get(leftOut + i)));
                out.write('\n');
            }
        }
    }

    private Post get(int number) {
        Post post = sample.posts().get(number % sample.size());
        int round = number / sample.size();
        return round == 0 ? post : copy(post, round);
    }

    /** The same for the same round: every run of the benchmark sends the same articles. */
    private static Post copy(Post post, int round) {
        List<String> sentences = sentences(post.content());
        Collections.shuffle(sentences, new Random(31L * post.id().hashCode() + round));
        String id = "copy-%d-%s".formatted(round, post.id());
        return new Post(
                id, post.publication(), String.join(" ", sentences), post.title(), post.url(), post.publishedAt());
    }

    static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        var sentences = new ArrayList<String>();
        int begin = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; begin = end, end = breaks.next()) {
            sentences.add(text.substring(begin, end).strip());
        }
        return sentences;
    }
}
