package dev.dateline.store;

import dev.dateline.model.Text;

/**
 * The words that begin alike: those from {@code begin} on, up to but without {@code end}, in code point order.
 */
public record WordPrefix(String begin, String end) {

    /** The last code point; it stands for no character, so that no word goes on with it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** The words that begin with this, in any case and spacing. */
    public static WordPrefix of(String prefix) {
        String begin = Text.folded(Text.oneSpaced(prefix));
        return new WordPrefix(begin, begin + LAST);
    }
}
