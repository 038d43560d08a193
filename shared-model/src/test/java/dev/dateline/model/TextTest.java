package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                ' ', '\t', '\n', '\r', 0x0B, 0x0C, 0x1C, 0x00, 0x7F, 0x85, 0xA0, 0x2007, 0x202F, 0x2028, 0x2029, 0x3000
            })
    void noBreakSpacesAndControlCharactersAreWhiteSpace(int codePoint) {
        assertThat(Text.isWhiteSpace(codePoint)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {'a', '.', 0x200B, 0x200D, 0x2060, 0xFEFF, 0xFFFD, 0x1F600})
    void zeroWidthCharactersAreNotWhiteSpace(int codePoint) {
        assertThat(Text.isWhiteSpace(codePoint)).isFalse();
    }

    @Test
    void noWhiteSpaceLiesOutsideTheBasicPlane() {
        for (int codePoint = Character.MIN_SUPPLEMENTARY_CODE_POINT;
                codePoint <= Character.MAX_CODE_POINT;
                codePoint++) {
            assertThat(Text.isWhiteSpace(codePoint)).isFalse();
        }
    }

    @Test
    void aTextOfWhiteSpaceIsBlank() {
        assertThat(Text.isBlank("")).isTrue();
        assertThat(Text.isBlank(" \u00A0\u0000\n")).isTrue();
        assertThat(Text.isBlank(" \u200B ")).isFalse();
    }

    @Test
    void runsOfWhiteSpaceBecomeOneSpaceAndEndsAreCut() {
        assertThat(Text.oneSpaced(" \tThe \u00A0\n Daily\u0000Example\u3000")).isEqualTo("The Daily Example");
        assertThat(Text.oneSpaced("The Daily Example")).isEqualTo("The Daily Example");
        assertThat(Text.oneSpaced(" \u2007 ")).isEmpty();
        assertThat(Text.oneSpaced("")).isEmpty();
    }

    @Test
    void oneSpacingARangeLooksAtNothingOutsideIt() {
        assertThat(Text.oneSpaced("in New \n York, today", 3, 13)).isEqualTo("New York");
        assertThat(Text.oneSpaced("a b c", 1, 4)).isEqualTo("b");
        assertThat(Text.oneSpaced("a b c", 2, 2)).isEmpty();
    }

    @Test
    void oneSpacingKeepsEmoji() {
        assertThat(Text.oneSpaced("\uD83D\uDE00  \uD83D\uDE00")).isEqualTo("\uD83D\uDE00 \uD83D\uDE00");
    }

    @Test
    void foldingComposesAndLowers() {
        assertThat(Text.folded("CAFE\u0301")).isEqualTo("caf\u00E9");
        assertThat(Text.folded("ISTANBUL")).isEqualTo("istanbul");
        assertThat(Text.folded("\u0130")).isEqualTo("i\u0307");
    }

    @Test
    void foldingMakesNoTextMoreThanSixTimesAsLong() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            String text = Character.toString(codePoint);
            assertThat(Text.folded(text).length()).isLessThanOrEqualTo(6 * text.length());
        }
    }

    @Test
    void surrogatesWithoutAPartnerAreReplaced() {
        assertThat(Text.withoutLoneSurrogates("a\uD83Db")).isEqualTo("a\uFFFDb");
        assertThat(Text.withoutLoneSurrogates("\uDE00a\uD83D")).isEqualTo("\uFFFDa\uFFFD");
        assertThat(Text.withoutLoneSurrogates("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
        assertThat(Text.withoutLoneSurrogates("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
        assertThat(Text.withoutLoneSurrogates("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void theLengthInUtf8IsThatOfTheEncodedBytes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            String text = RandomText.of(random, 30);

            assertThat(Text.utf8Length(text))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
