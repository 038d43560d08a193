package dev.dateline.recognition.tokens;

import java.io.Reader;

/**
 * Hands a text to the lexer, character by character at first: JFlex's scanners ask for one only when they need it to go
 * on, so {@link #position} tells how far the lexer looked.
 */
final class LexerInput extends Reader {

    /** Enough that calls cost nothing, little enough that a token's worth of text is not copied in vain. */
    private static final int BLOCK = 512;

    private char[] before = {};
    private int beforeRead;
    private char[] text = {};
    private int position;
    private int length;
    private int block;
    private boolean ended;

    /** Starts with {@code before}, goes on with the text from {@code begin} to {@code length}. */
    void start(char[] before, char[] text, int begin, int length) {
        this.before = before;
        beforeRead = 0;
        this.text = text;
        position = begin;
        this.length = length;
        block = 1;
        ended = false;
    }

    /** How far the text was read. */
    int position() {
        return position;
    }

    /** Whether the lexer asked for more than there was: then its answer depends on there being no more. */
    boolean ended() {
        return ended;
    }

    /** From here on it does not matter how far the lexer looks. */
    void readAhead() {
        block = BLOCK;
    }

    @Override
    public int read(char[] buffer, int offset, int atMost) {
        if (beforeRead < before.length) {
            buffer[offset] = before[beforeRead++];
            return 1;
        }
        if (position == length) {
            ended = true;
            return -1;
        }
        int end = Math.min(position + block, length);
        // JFlex pairs a high surrogate with what the next call brings, whatever it is: it must come along.
        while (Character.isHighSurrogate(text[end - 1]) && end < length) {
            end++;
        }
        int count = Math.min(end - position, atMost);
        System.arraycopy(text, position, buffer, offset, count);
        position += count;
        return count;
    }

    @Override
    public void close() {}
}
