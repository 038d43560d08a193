package dev.dateline.recognition.crf;

import java.util.Arrays;

/** The words of one sentence and where they are in the text. Reused: it grows to the longest sentence it held. */
public final class Sentence {

    /** Room for what is asked about the words before the first and after the last one. */
    static final int MARGIN = Crf.MAX_REACH;

    private static final int USUAL_LENGTH = 128;

    private final Word padding;
    private Word[] words = new Word[USUAL_LENGTH];
    private int[] begins = new int[USUAL_LENGTH];
    private int[] ends = new int[USUAL_LENGTH];
    private int size;

    public Sentence(Words words) {
        padding = words.padding();
        Arrays.fill(this.words, padding);
    }

    /** How many words it has. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** @param end of the word in the text, exclusive */
    public void add(Word word, int begin, int end) {
        if (size + 2 * MARGIN == words.length) {
            grow();
        }
        words[size + MARGIN] = word;
        begins[size] = begin;
        ends[size] = end;
        size++;
    }

    public void clear() {
        Arrays.fill(words, MARGIN, MARGIN + size, padding);
        size = 0;
    }

    /** Where a word begins in the text. */
    public int begin(int index) {
        return begins[index];
    }

    /** Where a word ends in the text, exclusive. */
    public int end(int index) {
        return ends[index];
    }

    /** A word, or the padding up to {@link #MARGIN} places before the first and after the last. */
    public Word word(int index) {
        return words[index + MARGIN];
    }

    private void grow() {
        int before = words.length;
        words = Arrays.copyOf(words, before * 2);
        Arrays.fill(words, before, words.length, padding);
        begins = Arrays.copyOf(begins, before * 2);
        ends = Arrays.copyOf(ends, before * 2);
    }
}
