package dev.dateline.recognition;

import dev.dateline.model.EntityType;

/**
 * A name in a text.
 *
 * @param begin offset in UTF-16 units
 * @param end exclusive, greater than {@code begin}
 */
public record Mention(EntityType type, int begin, int end) {

    public Mention {
        if (begin < 0 || end <= begin) {
            throw new IllegalArgumentException("a mention has 0 <= begin < end, not %d and %d".formatted(begin, end));
        }
    }
}
