package dev.dateline.cli.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.cli.console.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {

    @ParameterizedTest
    @ValueSource(strings = {"content", "article", "text", "body", " Body "})
    void theContentHasSeveralNames(String name) {
        assertThat(Columns.standard().positions(List.of("publication", name), "a.csv"))
                .containsEntry("content", 1);
    }

    @Test
    void theBestNameWins() {
        assertThat(Columns.standard()
                        .positions(List.of("", "text", "date", "content", "publication", "published_at"), "a.csv"))
                .containsEntry("content", 3)
                .containsEntry("published_at", 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // Without a publication it is no file of articles, and its text may be anything.
                "title,text; a.csv: no column \"content\" (found: title, text)",
                ",publication,title; a.csv: no column \"content\" (found: publication, title)",
                "content,title; a.csv: no column \"publication\" (found: content, title)",
                ",; a.csv: no column \"content\" (found: none)"
            })
    void aMissingColumnIsNamedWithWhatWasFound(String header, String message) {
        assertThatThrownBy(() -> Columns.standard().positions(List.of(header.split(",", -1)), "a.csv"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(2))
                .hasMessage(message);
    }

    @Test
    void aChosenColumnThatIsMissingIsNamed() {
        Columns columns = Columns.standard().with(Map.of("content", "story"));

        assertThatThrownBy(() -> columns.positions(List.of("publication", "content"), "a.csv"))
                .hasMessage("a.csv: no column \"story\" (found: publication, content)");
    }

    @Test
    void onlyFieldsOfAPostCanBeChosen() {
        assertThatThrownBy(() -> Columns.standard().with(Map.of("author", "by")))
                .isInstanceOf(Failure.class)
                .hasMessage("--columns: a post has no field \"author\""
                        + " (it has: content, publication, id, title, url, published_at)");
    }
}
