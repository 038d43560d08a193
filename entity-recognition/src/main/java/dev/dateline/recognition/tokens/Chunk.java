package dev.dateline.recognition.tokens;

import java.util.Arrays;

/**
 * What is known of a stretch of text from the beginning of a chunk on: its tokens, where the lexer read no further to find
 * them, or else how much further to look.
 *
 * @param left what stood before it
 * @param text the chunk and what the lexer read behind it
 * @param tokens of the chunk; none if {@code text} does not decide them
 * @param more how many further characters the lexer read when it met this; 0 if {@code text} decides
 */
record Chunk(LeftContext left, char[] text, Token[] tokens, int more) {

    boolean is(LeftContext left, char[] text, int begin, int end) {
        return this.left == left && Arrays.equals(this.text, 0, this.text.length, text, begin, end);
    }

    boolean isDecided() {
        return more == 0;
    }
}
