package dev.dateline.model;

/**
 * Identity of a publication: its name one-spaced, in Unicode NFC and lower case.
 *
 * @param value 1 to 1,200 UTF-16 units
 */
public record PublicationKey(String value) implements Comparable<PublicationKey> {

    /** A name has at most 200; NFC and lower case can make six of one. */
    static final int MAX_LENGTH = 6 * Post.MAX_PUBLICATION_LENGTH;

    public PublicationKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a publication's key has 1 to %d characters, not %d".formatted(MAX_LENGTH, value.length()));
        }
    }

    /** The key of a publication that is written {@code name}. */
    public static PublicationKey of(String name) {
        return new PublicationKey(Text.folded(Text.oneSpaced(name)));
    }

    /** In the order of code points, which is also the order of the keys' UTF-8 bytes: every store sorts alike. */
    @Override
    public int compareTo(PublicationKey other) {
        return CodePointOrder.INSTANCE.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
