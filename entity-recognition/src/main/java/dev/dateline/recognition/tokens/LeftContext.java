package dev.dateline.recognition.tokens;

import java.util.Locale;
import java.util.Set;

/**
 * All that PTBLexer may know of the text before a chunk. It has one rule that looks back, {@code handleHyphenatedNumber}: a
 * number with a minus sign is split after certain words, and after a token that touches it. And a space before the chunk
 * takes white space that the chunk begins with into its match, where a match that begins with the chunk could be an
 * address.
 */
enum LeftContext {
    SPACE("x "),
    SPLITTING_WORD("for "),
    /** Of the tokens, only that of a line's end can touch a chunk. */
    LINE_END("\n"),
    /** Nothing has this effect but nothing. */
    TEXT_START("");

    /** The words in PTBLexer's rule. */
    private static final Set<String> SPLITTING =
            Set.of("early", "mid", "late", "for", "top", "ak", "b", "c", "dc", "f", "m");

    /** A text of one token, or none, that has the same effect on the chunk behind it. */
    private final char[] example;

    LeftContext(String example) {
        this.example = example.toCharArray();
    }

    char[] example() {
        return example;
    }

    /** What a word leaves to the chunk after it, from which white space parts it. */
    static LeftContext after(String originalText) {
        return SPLITTING.contains(originalText.toLowerCase(Locale.ROOT)) ? SPLITTING_WORD : SPACE;
    }
}
