package dev.dateline.model;

import java.text.Normalizer;
import java.util.Locale;

/** White space and folding as every part of Dateline understands them, so that a key is the same wherever it is made. */
public final class Text {

    private Text() {}

    /** True for white space, no-break spaces and control characters. */
    public static boolean isWhiteSpace(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint);
    }

    /** True if the text holds nothing but white space, of which there is none outside the basic plane. */
    public static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWhiteSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The text with each run of white space made one space, and none at its ends. */
    public static String oneSpaced(String text) {
        return oneSpaced(text, 0, text.length());
    }

    /** Like {@link #oneSpaced(String)}, of the UTF-16 units from {@code begin} up to {@code end}. */
    public static String oneSpaced(String text, int begin, int end) {
        if (isOneSpaced(text, begin, end)) {
            return text.substring(begin, end);
        }
        var result = new StringBuilder(end - begin);
        for (int i = begin; i < end; i++) {
            char unit = text.charAt(i);
            if (!isWhiteSpace(unit)) {
                if (!result.isEmpty() && isWhiteSpace(text.charAt(i - 1))) {
                    result.append(' ');
                }
                result.append(unit);
            }
        }
        return result.toString();
    }

    private static boolean isOneSpaced(String text, int begin, int end) {
        boolean afterSpace = true;
        for (int i = begin; i < end; i++) {
            boolean space = isWhiteSpace(text.charAt(i));
            if (space && (afterSpace || text.charAt(i) != ' ')) {
                return false;
            }
            afterSpace = space;
        }
        return begin == end || !afterSpace;
    }

    /** Unicode NFC in lower case: two ways to write one name come out the same. At most six times as long. */
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** The text with every surrogate that has no partner replaced by U+FFFD: stores would do so anyway, each its own way. */
    static String withoutLoneSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                return replacingLoneSurrogates(text);
            }
        }
        return text;
    }

    /** The length of the text in UTF-8, in bytes. */
    static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            // Each half of a pair counts two: four bytes a pair.
            bytes += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        return bytes;
    }

    private static String replacingLoneSurrogates(String text) {
        var result = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (isLoneSurrogate(text, i)) {
                result.setCharAt(i, '\uFFFD');
            }
        }
        return result.toString();
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char unit = text.charAt(i);
        if (!Character.isSurrogate(unit)) {
            return false;
        }
        if (Character.isHighSurrogate(unit)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
