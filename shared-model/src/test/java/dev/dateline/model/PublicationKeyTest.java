package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"The Daily Example", "THE DAILY EXAMPLE", "  the\u00A0daily \n example "})
    void caseAndSpacingMakeNoOtherPublication(String name) {
        assertThat(PublicationKey.of(name)).isEqualTo(new PublicationKey("the daily example"));
    }

    @Test
    void composedAndDecomposedLettersAreTheSame() {
        assertThat(PublicationKey.of("Le Pe\u0301lican")).isEqualTo(PublicationKey.of("Le P\u00E9lican"));
    }

    @Test
    void theMachinesLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));

            assertThat(PublicationKey.of("TIMES").value()).isEqualTo("times");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theLongestNameHasAKey() {
        String hebrew = "\uFB2C".repeat(Post.MAX_PUBLICATION_LENGTH);

        assertThat(PublicationKey.of(hebrew).value()).hasSize(600);
    }

    @Test
    void emptyAndOverlongKeysAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PublicationKey.of(" \u00A0 "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PublicationKey("x".repeat(1_201)))
                .withMessage("a publication's key has 1 to 1200 characters, not 1201");
        assertThat(new PublicationKey("x".repeat(1_200)).value()).hasSize(1_200);
    }

    @Test
    void keysSortByCodePoint() {
        assertThat(Stream.of("\uD83D\uDE00", "\uE000", "b", "a")
                        .map(PublicationKey::new)
                        .sorted())
                .extracting(PublicationKey::toString)
                .containsExactly("a", "b", "\uE000", "\uD83D\uDE00");
    }
}
