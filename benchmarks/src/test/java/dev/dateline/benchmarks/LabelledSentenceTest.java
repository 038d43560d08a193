package dev.dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledSentenceTest {

    @Test
    void readsIob1WhereANameMayBeginWithI() {
        assertThat(spans("I-PER", "I-PER", "O", "I-LOC", "B-LOC", "I-ORG"))
                .containsExactly(
                        new Span(EntityType.PERSON, 0, 2),
                        new Span(EntityType.LOCATION, 3, 4),
                        new Span(EntityType.LOCATION, 4, 5),
                        new Span(EntityType.ORGANIZATION, 5, 6));
    }

    @Test
    void readsIob2WhereEachNameBeginsWithB() {
        assertThat(spans("B-person", "I-person", "B-person", "O", "B-product"))
                .containsExactly(
                        new Span(EntityType.PERSON, 0, 2),
                        new Span(EntityType.PERSON, 2, 3),
                        new Span(EntityType.MISC, 4, 5));
    }

    @Test
    void namesATypeThatItDoesNotKnow() {
        assertThatThrownBy(() -> spans("B-animal"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no type is known for \"animal\"");
    }

    private static List<Span> spans(String... tags) {
        return new LabelledSentence(List.of(tags), List.of(tags)).spans();
    }
}
