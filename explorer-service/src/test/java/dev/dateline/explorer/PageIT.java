package dev.dateline.explorer;

import static dev.dateline.explorer.RunningExplorer.entity;
import static dev.dateline.explorer.RunningExplorer.tally;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationTally;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

class PageIT {

    private static final String HOSTILE = "<script>alert('1')</script> & \"Sons\"";

    @TempDir
    static Path folder;

    private static RunningExplorer explorer;

    @BeforeAll
    static void start() {
        Path file = folder.resolve("counts.db");
        RunningExplorer.fill(
                file,
                Stream.concat(
                                Stream.of(
                                        tally(
                                                HOSTILE,
                                                9,
                                                entity(EntityType.PERSON, "<img src=x onerror=alert(1)>", 3, 2)),
                                        tally("{{next}} <!--", 8)),
                                IntStream.range(0, 58).mapToObj(i -> tally("Paper " + i, 1)))
                        .toArray(PublicationTally[]::new));
        explorer = RunningExplorer.start(file);
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    @Test
    void anEmptyStoreTellsHowToSendTheFirstArticle() {
        try (var empty = RunningExplorer.start(folder.resolve("empty.db"))) {
            assertThat(page(empty, "/"))
                    .contains("No articles yet", "curl http://127.0.0.1:8080/post/enqueue", "access_token");
        }
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        assertThat(page(explorer, "/"))
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Sons&quot;", "{{next}} &lt;!--")
                .contains("&lt;img src")
                .doesNotContain("<script", "<img", "No articles yet");
    }

    @Test
    void nothingOnThePageMayRun() {
        explorer.client()
                .get()
                .uri("/")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'self';"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
    }

    @Test
    void theStyleIsAFileOfItsOwn() {
        explorer.client()
                .get()
                .uri("/explorer.css")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.valueOf("text/css"));
    }

    @Test
    void manyPublicationsAreOnSeveralPages() {
        String first = page(explorer, "/");
        Matcher next = Pattern.compile("<a href=\"([^\"]+)\" rel=\"next\">").matcher(first);

        assertThat(next.find()).isTrue();
        assertThat(first.split("<section>")).hasSize(1 + 50);
        assertThat(page(explorer, HtmlUtils.htmlUnescape(next.group(1))).split("<section>"))
                .hasSize(1 + 10);
    }

    private static String page(RunningExplorer explorer, String path) {
        return explorer.client()
                .get()
                .uri(explorer.address().resolve(path))
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
