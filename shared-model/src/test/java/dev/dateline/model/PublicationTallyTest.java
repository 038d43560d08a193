package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTallyTest {

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "400,1", "401,2", "800,2", "801,3"})
    void aTallyIsSplitIntoPartsOfFourHundredEntities(int entities, int parts) {
        List<PublicationTally> split = PublicationTally.split("The Daily Example", 7, entities(entities));

        assertThat(split)
                .hasSize(parts)
                .allSatisfy(part -> assertThat(part.entities()).hasSizeLessThanOrEqualTo(400));
        assertThat(split.stream().flatMap(part -> part.entities().stream())).isEqualTo(entities(entities));
    }

    @Test
    void onlyTheFirstPartCarriesTheArticles() {
        assertThat(PublicationTally.split("The Daily Example", 7, entities(1_000)))
                .extracting(PublicationTally::articles)
                .containsExactly(7L, 0L, 0L);
    }

    @Test
    void aTallyKeepsItsEntitiesWhateverHappensToTheList() {
        var entities = new ArrayList<>(entities(3));
        var tally = new PublicationTally("The Daily Example", 1, entities);

        entities.clear();

        assertThat(tally.entities()).hasSize(3);
    }

    @Test
    void itsKeyIsThePublications() {
        assertThat(new PublicationTally("The Daily Example", 1, List.of()).key())
                .isEqualTo(new PublicationKey("the daily example"));
    }

    @Test
    void aTallyThatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicationTally(" ", 1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublicationTally("The Daily Example", -1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicationTally("The Daily Example", 1, entities(401)))
                .withMessage("a tally has at most 400 entities, not 401");
    }

    private static List<EntityCount> entities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new EntityCount(EntityType.PERSON, "ada " + i, "Ada " + i, 2, 1))
                .toList();
    }
}
