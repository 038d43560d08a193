package dev.dateline.recognition.crf;

/**
 * A word as both models see it, whatever stands around it. Immutable, so threads share it.
 */
public final class Word {

    /** Up to this length a neighbour is no "real word", and features also look at the word behind it. */
    private static final int LONGEST_UNREAL = 3;

    final String text;
    final Hashed spelling;
    final Hashed cluster;
    final boolean padding;
    final boolean real;
    final boolean nameCase;
    final boolean lowerCase;
    final boolean hasLetter;
    final WordScores names;
    final WordScores misc;

    /**
     * @param text spelt as the models know it
     * @param cluster in features of two labels
     * @param padding whether it stands before or after a sentence
     */
    Word(String text, Hashed spelling, Hashed cluster, boolean padding, WordScores names, WordScores misc) {
        this.text = text;
        this.spelling = spelling;
        this.cluster = cluster;
        this.padding = padding;
        this.names = names;
        this.misc = misc;
        real = text.length() > LONGEST_UNREAL;
        nameCase = isNameCase(text);
        lowerCase = !text.isEmpty() && text.chars().noneMatch(Character::isUpperCase);
        hasLetter = text.chars().anyMatch(Character::isLetter);
    }

    /** As the models know it. */
    @Override
    public String toString() {
        return text;
    }

    private static boolean isNameCase(String text) {
        return text.length() >= 2
                && (Character.isUpperCase(text.charAt(0)) || Character.isTitleCase(text.charAt(0)))
                && text.chars().skip(1).noneMatch(Character::isUpperCase);
    }
}
