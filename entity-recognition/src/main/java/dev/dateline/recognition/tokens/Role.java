package dev.dateline.recognition.tokens;

import edu.stanford.nlp.process.PTBTokenizer;
import edu.stanford.nlp.process.WordToSentenceProcessor;
import java.util.regex.Pattern;

/** What a token does to sentences. */
enum Role {
    WORD,
    SENTENCE_END,
    /** Belongs to the sentence that ended just before it: closing brackets and quotes. */
    FOLLOWER,
    /** The same, if the sentence has an odd number of them so far: straight quotes close as they open. */
    SINGLE_QUOTE,
    DOUBLE_QUOTE,
    /** Two in a row end a sentence. */
    LINE_END,
    /** One ends a sentence. */
    PARAGRAPH_END;

    private static final Pattern ENDS = Pattern.compile(WordToSentenceProcessor.DEFAULT_BOUNDARY_REGEX);
    private static final Pattern FOLLOWS = Pattern.compile(WordToSentenceProcessor.DEFAULT_BOUNDARY_FOLLOWERS_REGEX);
    private static final String PARAGRAPH_SEPARATOR = "\u2029";

    static Role of(String word, String originalText) {
        if (word.equals(PTBTokenizer.getNewlineToken())) {
            return originalText.equals(PARAGRAPH_SEPARATOR) ? PARAGRAPH_END : LINE_END;
        }
        if (ENDS.matcher(word).matches()) {
            return SENTENCE_END;
        }
        if (FOLLOWS.matcher(word).matches()) {
            return switch (word) {
                case "'" -> SINGLE_QUOTE;
                case "\"" -> DOUBLE_QUOTE;
                default -> FOLLOWER;
            };
        }
        return WORD;
    }

    boolean endsLine() {
        return this == LINE_END || this == PARAGRAPH_END;
    }
}
