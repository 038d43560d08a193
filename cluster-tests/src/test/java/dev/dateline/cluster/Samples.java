package dev.dateline.cluster;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The samples that the command line brings along, as posts. */
final class Samples {

    /** A file of cli's, which is built only after this module, and of which it needs nothing else. */
    private static final Path FILE = Path.of("../cli/src/main/resources/dev/dateline/cli/samples.ndjson");

    private static final PostJson JSON = new PostJson(PostJson.DEFAULT_MAX_CONTENT_BYTES);

    private Samples() {}

    /** So many of them, over and over: each edition is an article of its own. */
    static List<Post> editions(int count) throws IOException {
        List<String> samples = Files.readAllLines(FILE);
        var editions = new ArrayList<Post>();
        for (int i = 0; i < count; i++) {
            Post sample = JSON.read(samples.get(i % samples.size()).getBytes(StandardCharsets.UTF_8), () -> null);
            editions.add(new Post(
                    "article-" + i,
                    sample.publication(),
                    sample.content() + "\n\nEdition number %d.".formatted(i),
                    sample.title(),
                    sample.url(),
                    sample.publishedAt()));
        }
        return editions;
    }
}
