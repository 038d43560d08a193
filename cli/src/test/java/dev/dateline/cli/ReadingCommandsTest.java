package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsTest {

    private static final String WAITING =
            "{\"accepted\":9,\"waitingForExtraction\":5,\"waitingToBeSaved\":2,\"deadLetters\":0,\"drained\":false}";
    private static final String DRAINED =
            "{\"accepted\":9,\"waitingForExtraction\":0,\"waitingToBeSaved\":0,\"deadLetters\":1,\"drained\":true}";

    private final StandIn explorer = new StandIn();

    @AfterEach
    void stop() {
        explorer.close();
    }

    @Test
    void drainWaitsUntilNothingWaits() {
        explorer.first(200, WAITING).at("/api/v1/pipeline", DRAINED);

        Run run = run("drain");

        assertThat(run.exitCode()).isZero();
        assertThat(run.lastLine()).startsWith("drained after ").endsWith(", dead letters: 1");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void drainSaysWhatStillWaitsWhenItGivesUp() {
        explorer.at("/api/v1/pipeline", WAITING);

        Run run = run("drain", "--timeout", "0.1s");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "dateline: not drained after 100ms: 5 posts wait for the extractor, 2 tallies for the saver\n");
    }

    @Test
    void exportWritesWhatTheExplorerDoes() {
        String csv = "publication,type,word,mentions,articles\nthe hill,PERSON,trump,555,38\n\"a,b\",MISC,ü,1,1\n";
        explorer.at("/api/v1/export?format=csv&rows=entities", csv)
                .at(
                        "/api/v1/export?format=ndjson&rows=publications",
                        "{\"publication\":\"the hill\",\"articles\":40}\n");

        assertThat(run("export").out()).isEqualTo(csv);
        assertThat(run("export", "--format", "ndjson", "--publications").out())
                .isEqualTo("{\"publication\":\"the hill\",\"articles\":40}\n");
    }

    @Test
    void topGoesOnOverPages() {
        explorer.at(
                        "/api/v1/entities?publication=The+Hill&type=PERSON&limit=2",
                        "{\"publication\":{},\"items\":[" + entity("Trump", 555) + "],\"next\":\"a b\"}")
                .at(
                        "/api/v1/entities?publication=The+Hill&type=PERSON&limit=1&cursor=a+b",
                        "{\"publication\":{},\"items\":[" + entity("Obama", 50) + "],\"next\":\"c\"}");

        Run run = run("top", "The Hill", "--type", "person", "--limit", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo("type\tname\tmentions\tarticles\nPERSON\tTrump\t555\t3\nPERSON\tObama\t50\t3\n");
    }

    @Test
    void anUnknownPublicationIsOneLine() {
        explorer.otherwise(404, "{\"title\":\"Not Found\",\"detail\":\"no article by \\\"X\\\" was counted\"}");

        Run run = run("top", "X");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("dateline: no article by \"X\" was counted\n");
    }

    @Test
    void searchShowsNamesOverAllPublications() {
        explorer.at(
                "/api/v1/search?q=tru&limit=200",
                "{\"items\":[{\"type\":\"PERSON\",\"word\":\"trump\",\"name\":\"Trump\",\"mentions\":7,\"articles\":3,\"publications\":2}]}");

        assertThat(run("search", "tru").out())
                .isEqualTo("type\tname\tmentions\tarticles\tpublications\nPERSON\tTrump\t7\t3\t2\n");
    }

    @Test
    void anExplorerThatNeedsAKeyGetsTheOneThatIsNamed(@TempDir Path folder) throws IOException {
        String key = Files.writeString(folder.resolve("key"), "dl_reader_1\n").toString();
        explorer.at("/api/v1/search?q=a&limit=200", "{\"items\":[]}");

        run("search", "a");
        run("search", "a", "--api-key-file", key);

        assertThat(explorer.authorizations()).containsExactly("", "Bearer dl_reader_1");
        explorer.otherwise(401, "{\"detail\":\"reading needs an API key\"}");
        assertThat(run("search", "b").err())
                .isEqualTo("dateline: %s: reading needs an API key (--api-key-file names its file)\n"
                        .formatted(explorer.url()));
        assertThat(run("search", "b", "--api-key-file", key + "x").err()).contains("does not exist");
    }

    private Run run(String... arguments) {
        return Run.with(Map.of("DATELINE_EXPLORER_URL", explorer.url()), "", arguments);
    }

    private static String entity(String name, long mentions) {
        return "{\"type\":\"PERSON\",\"word\":\"%s\",\"name\":\"%s\",\"mentions\":%d,\"articles\":3}"
                .formatted(name.toLowerCase(Locale.ROOT), name, mentions);
    }
}
