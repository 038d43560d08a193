package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the recogniser as it is. */
class RecognizingCommandsTest {

    private static final String ENTITIES = "/api/v1/export?format=ndjson&rows=entities";
    private static final String PUBLICATIONS = "/api/v1/export?format=ndjson&rows=publications";

    private final StandIn explorer = new StandIn()
            .at("/api/v1/totals", "{\"publications\":1,\"articles\":2,\"entities\":2,\"mentions\":4}")
            .at(PUBLICATIONS, "{\"publication\":\"the daily example\",\"articles\":2}\n");

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void writeFile() throws IOException {
        // The second row is the first once more, the third has no text, the fourth no publication.
        file = Files.writeString(folder.resolve("a.csv"), """
                        publication,content
                        The Daily Example,Barack Obama met Angela Merkel. Later Barack Obama flew home.
                        the daily example,Barack Obama met Angela Merkel. Later Barack Obama flew home.
                        The Daily Example,
                        ,Angela Merkel stayed in Berlin.
                        The Daily  Example,Angela Merkel was alone.
                        """).toString();
    }

    @AfterEach
    void stop() {
        explorer.close();
    }

    @Test
    void verifyFindsNothingWhereTheStoreHoldsTheFiles() {
        explorer.at(ENTITIES, entity("angela merkel", 2, 2) + entity("barack obama", 2, 1));

        Run run = verify();

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("1 publications, 2 entities, 0 differ\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void verifyNamesWhatDiffersEitherWay() {
        explorer.at(PUBLICATIONS, "{\"publication\":\"the daily example\",\"articles\":3}\n")
                .at(ENTITIES, entity("barack obama", 3, 1) + entity("berlin", 1, 1));

        Run run = verify();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.outLines())
                .containsExactlyInAnyOrder(
                        "the daily example: 3 articles in the store, 2 articles in the files",
                        "the daily example / PERSON / barack obama:"
                                + " 3 mentions in 1 article in the store, 2 mentions in 1 article in the files",
                        "the daily example / PERSON / berlin: 1 mention in 1 article in the store, none in the files",
                        "the daily example / PERSON / angela merkel:"
                                + " none in the store, 2 mentions in 2 articles in the files",
                        "The store must hold these files and nothing else: name every file that was uploaded.",
                        "1 publications, 2 entities, 4 differ");
        assertThat(run.lastLine()).endsWith("4 differ");
    }

    @Test
    void recognizeShowsTheNamesOfAText() {
        String text = "Barack  Obama flew to\nBerlin.";

        assertThat(Run.with(Map.of(), text, "recognize", "-").out())
                .isEqualTo("type\tbegin\tend\tsurface\nPERSON\t0\t13\tBarack Obama\nLOCATION\t22\t28\tBerlin\n");
        assertThat(Run.with(Map.of(), text, "recognize", "-", "--format", "ndjson")
                        .outLines())
                .containsExactly(
                        "{\"type\":\"PERSON\",\"begin\":0,\"end\":13,\"surface\":\"Barack Obama\"}",
                        "{\"type\":\"LOCATION\",\"begin\":22,\"end\":28,\"surface\":\"Berlin\"}");
    }

    @Test
    void recognizeSaysWhenATextIsTooLong() {
        Run run = Run.with(Map.of(), "x".repeat(262_145), "recognize", "-");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("dateline: -: a text has at most 262,144 bytes, not 262,145\n");
    }

    private Run verify() {
        return Run.of("verify", file, "--explorer-url", explorer.url());
    }

    private static String entity(String word, long mentions, long articles) {
        return "{\"publication\":\"the daily example\",\"type\":\"PERSON\",\"word\":\"%s\",\"mentions\":%d,\"articles\":%d}\n"
                .formatted(word, mentions, articles);
    }
}
