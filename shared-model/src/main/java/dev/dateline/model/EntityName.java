package dev.dateline.model;

import org.jspecify.annotations.Nullable;

/**
 * How an entity is written, and the word that it counts under.
 *
 * @param word {@code name} in Unicode NFC and lower case: part of the entity's identity
 * @param name the text of the mention, one-spaced, 1 to 200 UTF-16 units
 */
public record EntityName(String word, String name) {

    /** Longer mentions are runs that the recogniser took for one name (tables, headlines in capitals): nobody's name. */
    public static final int MAX_LENGTH = 200;

    /**
     * The name between two offsets (UTF-16 units, end exclusive) of a text; null if it is longer than {@value #MAX_LENGTH}
     * or nothing but white space, and so counts nowhere.
     */
    public static @Nullable EntityName in(String text, int begin, int end) {
        String name = Text.oneSpaced(text, begin, end);
        return name.isEmpty() || name.length() > MAX_LENGTH ? null : new EntityName(Text.folded(name), name);
    }
}
