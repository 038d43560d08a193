package dev.dateline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {

    private static final String TEXT = "Nell Garrity sailed. She saw Bergen. It rained. Lisbon was next. Nobody slept.";

    @Test
    void aCopyHasANewIdAndTheSameSentencesInAnotherOrder(@TempDir Path folder) throws IOException {
        var post = new Post("harbour-1", "The Harbour Post", TEXT, null, null, null);
        Path file = folder.resolve("copies.ndjson");

        new Copies(new Sample(file, List.of(post))).write(file, 0, 3);

        List<Post> posts = Files.readAllLines(file).stream()
                .map(line -> new PostJson(PostJson.DEFAULT_MAX_CONTENT_BYTES)
                        .read(line.getBytes(StandardCharsets.UTF_8), () -> null))
                .toList();
        assertThat(posts).extracting(Post::id).containsExactly("harbour-1", "copy-1-harbour-1", "copy-2-harbour-1");
        assertThat(posts).extracting(Post::content).startsWith(TEXT).doesNotHaveDuplicates();
        assertThat(posts)
                .allSatisfy(copy -> assertThat(Copies.sentences(copy.content()))
                        .containsExactlyInAnyOrderElementsOf(Copies.sentences(TEXT)));
    }
}
