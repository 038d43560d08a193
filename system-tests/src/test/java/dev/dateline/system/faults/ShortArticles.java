package dev.dateline.system.faults;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Articles of about 100 words, put together of the sentences that the samples have. */
final class ShortArticles {

    private static final int WORDS = 100;
    /** Enough that each partition of their tallies has some. */
    private static final int PUBLICATIONS = 40;

    private final List<String> sentences = new ArrayList<>();
    private final Random random;
    private int made;

    ShortArticles(Random random) throws IOException {
        this.random = random;
        try (InputStream samples = ShortArticles.class.getResourceAsStream("/dev/dateline/cli/samples.ndjson")) {
            for (String line : new String(samples.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode article = JsonMapper.shared().readTree(line);
                sentences.addAll(List.of(article.get("content").asString().split("(?<=[.!?])\\s+")));
            }
        }
    }

    /** The next articles as JSON, each with an id of its own. */
    List<String> next(int count) {
        return IntStream.range(0, count).mapToObj(i -> next()).toList();
    }

    private String next() {
        var post = new Post("load-" + made++, "Paper " + random.nextInt(PUBLICATIONS), content(), null, null, null);
        return new String(PostJson.write(post), StandardCharsets.UTF_8);
    }

    private String content() {
        var content = new StringBuilder();
        int words = 0;
        while (words < WORDS) {
            String sentence = sentences.get(random.nextInt(sentences.size()));
            words += sentence.split(" ").length;
            content.append(sentence).append(' ');
        }
        return content.toString();
    }
}
