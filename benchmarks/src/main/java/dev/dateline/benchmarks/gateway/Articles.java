package dev.dateline.benchmarks.gateway;

import dev.dateline.benchmarks.RecognitionBenchmark;
import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Posts of one size, each with another text, made of the words of an article so that they compress as articles do. */
final class Articles {

    /** Enough that a batch holds hardly any twice. */
    private static final int DIFFERENT = 2_000;

    private final List<byte[]> posts = new ArrayList<>(DIFFERENT);

    Articles(int bytes) throws IOException {
        String[] words = words();
        var random = new SplittableRandom(bytes);
        for (int i = 0; i < DIFFERENT; i++) {
            posts.add(post(words, random, bytes, i));
        }
    }

    byte[] get(int number) {
        return posts.get(Math.floorMod(number, DIFFERENT));
    }

    private static byte[] post(String[] words, SplittableRandom random, int bytes, int number) {
        var content = new StringBuilder();
        String id = "benchmark-%05d".formatted(number);
        int around = PostJson.write(new Post(id, "The Daily Example", "x", null, null, null)).length - 1;
        while (content.length() < bytes - around) {
            content.append(words[random.nextInt(words.length)]).append(' ');
        }
        content.setLength(bytes - around);
        return PostJson.write(new Post(id, "The Daily Example", content.toString(), null, null, null));
    }

    private static String[] words() throws IOException {
        try (InputStream article = RecognitionBenchmark.class.getResourceAsStream("article.txt")) {
            if (article == null) {
                throw new IOException("no article.txt in the jar");
            }
            String text = new String(article.readAllBytes(), StandardCharsets.UTF_8);
            // One byte a character, and nothing to escape: sizes are exact.
            return text.replaceAll("[^ -~]|[\"\\\\]", " ").strip().split(" +");
        }
    }
}
