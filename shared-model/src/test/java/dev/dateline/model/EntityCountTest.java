package dev.dateline.model;

import static dev.dateline.model.EntityType.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EntityCountTest {

    @Test
    void anEntityIsMentionedAtLeastOnceByEachOfItsArticles() {
        assertThat(new EntityCount(PERSON, "ada", "Ada", 1, 1)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityCount(PERSON, "ada", "Ada", 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EntityCount(PERSON, "ada", "Ada", 1, 2))
                .withMessage("an entity's counts are 1 <= articles <= mentions, not 2 and 1");
    }

    @Test
    void wordsAndNamesAreNeitherEmptyNorOverlong() {
        assertThat(new EntityCount(PERSON, "x".repeat(1_200), "x".repeat(200), 1, 1))
                .isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityCount(PERSON, "", "Ada", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityCount(PERSON, "ada", "", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityCount(PERSON, "x".repeat(1_201), "Ada", 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityCount(PERSON, "ada", "x".repeat(201), 1, 1));
    }
}
