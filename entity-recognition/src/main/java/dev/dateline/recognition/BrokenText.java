package dev.dateline.recognition;

import java.util.Arrays;

/**
 * The characters of a text with spaces where CoreNLP's tokeniser would take time that grows with the square of the length,
 * and a space at the end, as some of its rules need a character after a token to see its end. Reused: it grows to the
 * longest text it held.
 *
 * <p>One is in long runs without white space, of emoji, entities like {@code &amp;} or the like: the reference is fed those
 * breaks too. The other is behind a {@code <} that looks like the begin of a comment but is never closed, where the
 * tokeniser searches the rest of the line for the end: there a space changes no token.
 */
final class BrokenText {

    /** In code points. No word of a language is longer; of 8,000 news articles 63 held a longer run, all addresses. */
    static final int LONGEST_RUN = 64;

    private char[] characters = {};
    private int length;
    private int[] breaks = {};
    private int breakCount;

    /** Takes a text, and breaks each run of over {@value #LONGEST_RUN} code points after every {@value #LONGEST_RUN}th. */
    void set(String text) {
        makeRoom(text.length());
        length = 0;
        breakCount = 0;
        int run = 0;
        int commentEnd = -1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isWhitespace(character)) {
                run = 0;
            } else if (!isSecondOfPair(text, i)) {
                if (run == LONGEST_RUN) {
                    addBreak();
                    run = 0;
                }
                run++;
            }
            if ((character == '!' || character == '?') && i > 0 && text.charAt(i - 1) == '<') {
                // Searched once a line, or the search would be what it prevents.
                commentEnd = commentEnd > i ? commentEnd : commentEnd(text, i);
                if (commentEnd == text.length() || text.charAt(commentEnd) != '>') {
                    addBreak();
                }
            }
            characters[length++] = character;
        }
        characters[length++] = ' ';
    }

    private void addBreak() {
        breaks[breakCount++] = length;
        characters[length++] = ' ';
    }

    /** Where the tokeniser ends its search for the end of a comment: at {@code >}, a line's end or the text's. */
    private static int commentEnd(String text, int begin) {
        int end = begin;
        while (end < text.length() && ">\r\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** The characters, up to {@link #length}. */
    char[] characters() {
        return characters;
    }

    int length() {
        return length;
    }

    /** Where in the original text an offset in {@link #characters} lies. */
    int originalOffset(int offset) {
        if (breakCount == 0) {
            return offset;
        }
        int found = Arrays.binarySearch(breaks, 0, breakCount, offset);
        int breaksBefore = found >= 0 ? found : -found - 1;
        return offset - breaksBefore;
    }

    private static boolean isSecondOfPair(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index))
                && index > 0
                && Character.isHighSurrogate(text.charAt(index - 1));
    }

    private void makeRoom(int textLength) {
        // One for each two characters ("<!<!<!"), and those of a run.
        int mostBreaks = textLength / 2 + textLength / LONGEST_RUN + 1;
        if (breaks.length < mostBreaks) {
            breaks = new int[mostBreaks];
            characters = new char[textLength + mostBreaks];
        }
    }
}
