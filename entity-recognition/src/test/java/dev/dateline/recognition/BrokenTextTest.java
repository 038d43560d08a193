package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrokenTextTest {

    @Test
    void leavesRunsOfUpTo64CodePointsAlone() {
        String text = "x".repeat(64) + " " + "\uD83D\uDE00".repeat(64) + "\n" + "y".repeat(64);

        assertThat(broken(text)).isEqualTo(text);
    }

    @Test
    void breaksLongerRunsAfterEvery64thCodePoint() {
        String text = "a " + "x".repeat(64) + "x".repeat(64) + "x";

        assertThat(broken(text)).isEqualTo("a " + "x".repeat(64) + " " + "x".repeat(64) + " x");
    }

    @Test
    void doesNotBreakAtTheEndOfARun() {
        assertThat(broken("x".repeat(128) + " ")).isEqualTo("x".repeat(64) + " " + "x".repeat(64) + " ");
    }

    @Test
    void countsCodePointsAndNeverSplitsAPair() {
        assertThat(broken("\uD83D\uDE00".repeat(65))).isEqualTo("\uD83D\uDE00".repeat(64) + " \uD83D\uDE00");
    }

    @Test
    void aLoneSurrogateIsACodePoint() {
        assertThat(broken("\uD83D".repeat(65))).isEqualTo("\uD83D".repeat(64) + " \uD83D");
    }

    @Test
    void aNoBreakSpaceDoesNotEndARun() {
        assertThat(broken("\u00A0".repeat(65))).isEqualTo("\u00A0".repeat(64) + " \u00A0");
    }

    @Test
    void offsetsPointIntoTheOriginalText() {
        var broken = new BrokenText();
        broken.set("x".repeat(150));

        assertThat(broken.originalOffset(0)).isZero();
        assertThat(broken.originalOffset(64)).as("end of the first part").isEqualTo(64);
        assertThat(broken.originalOffset(65)).as("begin of the second").isEqualTo(64);
        assertThat(broken.originalOffset(129)).isEqualTo(128);
        assertThat(broken.originalOffset(130)).isEqualTo(128);
        assertThat(broken.originalOffset(152)).isEqualTo(150);
    }

    @Test
    void breaksWhatLooksLikeACommentWithoutAnEnd() {
        assertThat(broken("<!-- a <!-- b\n<!-- c")).isEqualTo("< !-- a < !-- b\n< !-- c");
        assertThat(broken("<?xml")).isEqualTo("< ?xml");
    }

    @Test
    void leavesCommentsWithAnEndAlone() {
        assertThat(broken("<!-- a --> <?xml?> <!")).isEqualTo("<!-- a --> <?xml?> < !");
    }

    @Test
    void aBreakInACommentDoesNotMoveTheBreaksOfItsRun() {
        assertThat(broken("<!" + "x".repeat(63))).isEqualTo("< !" + "x".repeat(62) + " x");
    }

    @Test
    void endsInASpace() {
        assertThat(characters("x")).isEqualTo("x ");
    }

    @Test
    void forgetsTheTextBefore() {
        var broken = new BrokenText();
        broken.set("x".repeat(150));
        broken.set("y".repeat(70));

        assertThat(new String(broken.characters(), 0, broken.length())).isEqualTo("y".repeat(64) + " yyyyyy ");
        assertThat(broken.originalOffset(71)).isEqualTo(70);
    }

    private static String broken(String text) {
        String characters = characters(text);
        return characters.substring(0, characters.length() - 1);
    }

    private static String characters(String text) {
        var broken = new BrokenText();
        broken.set(text);
        return new String(broken.characters(), 0, broken.length());
    }
}
