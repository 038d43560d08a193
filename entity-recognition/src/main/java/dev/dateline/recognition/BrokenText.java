package dev.dateline.recognition;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A text whose long runs without white space are broken by spaces: the tokeniser takes time that grows with the square of
 * a run's length where the run holds nothing but emoji, entities like {@code &amp;} or the like.
 *
 * @param text with the spaces
 * @param breaks where they are in {@code text}, ascending
 */
record BrokenText(String text, int[] breaks) {

    /** In code points. No word of a language is longer; of 8,000 news articles 63 held a longer run, all addresses. */
    static final int LONGEST_RUN = 64;

    /** Breaks each run of over {@value #LONGEST_RUN} code points after every {@value #LONGEST_RUN}th. */
    static BrokenText of(String original) {
        var text = new StringBuilder(original.length());
        var breaks = IntStream.builder();
        int run = 0;
        int width;
        for (int i = 0; i < original.length(); i += width) {
            int codePoint = original.codePointAt(i);
            width = Character.charCount(codePoint);
            if (Character.isWhitespace(codePoint)) {
                run = 0;
            } else if (run == LONGEST_RUN) {
                breaks.add(text.length());
                text.append(' ');
                run = 1;
            } else {
                run++;
            }
            text.appendCodePoint(codePoint);
        }
        return new BrokenText(text.toString(), breaks.build().toArray());
    }

    /** Where in the original text an offset in {@link #text} lies. */
    int originalOffset(int offset) {
        int found = Arrays.binarySearch(breaks, offset);
        int breaksBefore = found >= 0 ? found : -found - 1;
        return offset - breaksBefore;
    }
}
