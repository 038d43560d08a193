package dev.dateline.recognition.crf;

/**
 * The polynomial hash of a string, and what it takes to append that string to another's hash. CoreNLP names a feature by
 * a string such as {@code Paris-PW|C}; we only ever ask whether the model has it, so its hash will do, and that follows
 * from the hashes of its parts.
 *
 * @param hash of the string, modulo 2^64
 * @param power the base to the power of the string's length
 */
public record Hashed(long hash, long power) {

    /** Odd, so that a power of it never loses bits; otherwise any: 2^64 divided by the golden ratio, as usual for hashes. */
    private static final long BASE = 0x9E3779B97F4A7C15L;

    static final Hashed EMPTY = of("");

    public static Hashed of(CharSequence text) {
        long hash = 0;
        long power = 1;
        for (int i = 0; i < text.length(); i++) {
            hash = append(hash, text.charAt(i));
            power *= BASE;
        }
        return new Hashed(hash, power);
    }

    /** The hash of a string with one more character. Zero counts too, hence the one. */
    static long append(long hash, char character) {
        return hash * BASE + character + 1;
    }

    /** The string with one more character in front. */
    Hashed behind(char character) {
        return new Hashed((character + 1) * power + hash, power * BASE);
    }

    /** The hash of a string that ends in this one, given the hash of what stands before. */
    long after(long before) {
        return before * power + hash;
    }

    long after(Hashed before) {
        return after(before.hash);
    }
}
