package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostTest {

    @Test
    void aPublicationsNameIsKeptOneSpaced() {
        assertThat(new Post("1", " The \u00A0Daily  Example ", "text", null, null, null).publication())
                .isEqualTo("The Daily Example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "A-Z.a_z~0:9", "01890a5d-ac96-774b-bcce-b302099a8057"})
    void idsOfTheContractAreTaken(String id) {
        assertThat(Post.idProblem(id)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "\u00E9", "a\n", "\uD83D\uDE00", "a%20"})
    void otherIdsAreRefused(String id) {
        assertThat(Post.idProblem(id)).isEqualTo("must be 1 to 128 of A-Z a-z 0-9 . _ ~ : -");
        assertThatIllegalArgumentException().isThrownBy(() -> new Post(id, "X", "text", null, null, null));
    }

    @Test
    void theLongestIdHas128Characters() {
        assertThat(Post.idProblem("x".repeat(128))).isNull();
        assertThat(Post.idProblem("x".repeat(129))).isNotNull();
    }

    @Test
    void aNameHasAtMostTwoHundredCharactersOnceOneSpaced() {
        assertThat(Post.publicationProblem("x".repeat(200))).isNull();
        assertThat(Post.publicationProblem("x".repeat(199) + "     ")).isNull();
        assertThat(Post.publicationProblem("x".repeat(201))).isEqualTo("must have 1 to 200 characters, not 201");
        assertThat(Post.publicationProblem(" \u00A0 ")).isEqualTo("must have 1 to 200 characters, not 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The\nHill", "The Hill\t", "\u0000", "The\u0085Hill"})
    void aNameHoldsNoControlCharacters(String name) {
        assertThat(Post.publicationProblem(name)).isEqualTo("must not hold control characters");
    }
}
