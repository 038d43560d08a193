package dev.dateline.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTest {

    @Test
    void aNameIsRightIfItsBeginItsEndAndItsTypeAre() {
        var score = new Score();

        score.add(
                List.of(new Span(EntityType.PERSON, 0, 2), new Span(EntityType.PERSON, 4, 5)),
                List.of(
                        new Span(EntityType.PERSON, 0, 2),
                        new Span(EntityType.PERSON, 4, 6),
                        new Span(EntityType.LOCATION, 4, 5)));

        assertThat(score.table().lines())
                .satisfiesExactly(
                        person ->
                                assertThat(person).contains("2 labelled", "2 found", "1 right", "P  50.00", "R  50.00"),
                        location -> assertThat(location).contains("0 labelled", "1 found", "0 right"),
                        all -> assertThat(all).contains("P  33.33", "R  50.00", "F1  40.00"));
    }
}
