package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokenTextTest {

    @Test
    void leavesRunsOfUpTo64CodePointsAlone() {
        String text = "x".repeat(64) + " " + "\uD83D\uDE00".repeat(64) + "\n" + "y".repeat(64);

        assertThat(BrokenText.of(text).text()).isEqualTo(text);
    }

    @Test
    void breaksLongerRunsAfterEvery64thCodePoint() {
        String text = "a " + "x".repeat(64) + "x".repeat(64) + "x";

        assertThat(BrokenText.of(text).text()).isEqualTo("a " + "x".repeat(64) + " " + "x".repeat(64) + " x");
    }

    @Test
    void doesNotBreakAtTheEndOfARun() {
        assertThat(BrokenText.of("x".repeat(128) + " ").text()).isEqualTo("x".repeat(64) + " " + "x".repeat(64) + " ");
    }

    @Test
    void countsCodePointsAndNeverSplitsAPair() {
        assertThat(BrokenText.of("\uD83D\uDE00".repeat(65)).text())
                .isEqualTo("\uD83D\uDE00".repeat(64) + " \uD83D\uDE00");
    }

    @Test
    void aLoneSurrogateIsACodePoint() {
        assertThat(BrokenText.of("\uD83D".repeat(65)).text()).isEqualTo("\uD83D".repeat(64) + " \uD83D");
    }

    @Test
    void aNoBreakSpaceDoesNotEndARun() {
        assertThat(BrokenText.of("\u00A0".repeat(65)).breaks()).containsExactly(64);
    }

    @Test
    void offsetsPointIntoTheOriginalText() {
        var broken = BrokenText.of("x".repeat(150));

        assertThat(broken.breaks()).containsExactly(64, 129);
        assertThat(broken.originalOffset(0)).isZero();
        assertThat(broken.originalOffset(64)).as("end of the first part").isEqualTo(64);
        assertThat(broken.originalOffset(65)).as("begin of the second").isEqualTo(64);
        assertThat(broken.originalOffset(129)).isEqualTo(128);
        assertThat(broken.originalOffset(130)).isEqualTo(128);
        assertThat(broken.originalOffset(152)).isEqualTo(150);
    }
}
