package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityNameTest {

    @Test
    void theNameIsTheTextAndTheWordItsFoldedForm() {
        assertThat(EntityName.in("In New\n York, today", 3, 12)).isEqualTo(new EntityName("new york", "New York"));
    }

    @Test
    void theWordIsComposedAndTheNameLeftAsWritten() {
        assertThat(EntityName.in("Jose\u0301", 0, 5)).isEqualTo(new EntityName("jos\u00E9", "Jose\u0301"));
    }

    @Test
    void theLongestNameHasTwoHundredCharactersOnceOneSpaced() {
        String longest = "x".repeat(199) + " \n y";

        assertThat(EntityName.in(longest, 0, 200)).isNotNull();
        assertThat(EntityName.in("x".repeat(198) + " \n y", 0, 202)).isNotNull();
        assertThat(EntityName.in("x".repeat(199) + " \n y", 0, 203)).isNull();
    }

    @Test
    void whiteSpaceIsNoName() {
        assertThat(EntityName.in("a \u00A0 b", 1, 4)).isNull();
    }
}
