package dev.dateline.recognition.crf;

import java.io.IOException;
import java.util.Map;

/**
 * The features that a model has, by hash, each with its weights beside it: whether it is there and what it weighs is one
 * access to memory. Open addressing with linear probing in one array, in which each slot holds a key and then the weights,
 * two to an element.
 *
 * <p>The hashes of the features are distinct, or the model would not have been compiled. Of other strings one in 2^45 or
 * so is taken for a feature: with 20 questions a token that is one in a million million tokens.
 */
public final class FeatureTable {

    /** The position of what is not in the table. */
    static final int NONE = -1;

    private static final long FREE = 0;

    /** An absent key then costs three steps at most on average. */
    private static final double MOST_FULL = 0.55;

    /** Odd, with bits well mixed (Pelle Evensen, "rrmxmx"). */
    private static final long SCRAMBLER = 0xD6E8FEB86659FD93L;

    /** One feature in 16 that a model has not passes the filter, which is small enough for a core's own cache. */
    private static final int FILTER_BITS_PER_FEATURE = 16;

    private final int width;
    private final int slotLength;
    private final int lastSlot;
    private final long[] slots;
    private final long[] filter;

    private FeatureTable(int width, int size) {
        this.width = width;
        slotLength = 1 + (width + 1) / 2;
        lastSlot = Integer.highestOneBit((int) (size / MOST_FULL)) * 2 - 1;
        slots = new long[(lastSlot + 1) * slotLength];
        filter = new long[Integer.highestOneBit(Math.max(1, size * FILTER_BITS_PER_FEATURE / Long.SIZE))];
    }

    /**
     * @param width how many weights a feature has
     * @throws IllegalStateException if two features have the same hash
     */
    public static FeatureTable of(int width, Map<String, float[]> features) {
        var table = new FeatureTable(width, features.size());
        features.forEach((name, weights) -> table.put(key(Hashed.of(name).hash()), weights));
        return table;
    }

    private void put(long key, float[] weights) {
        int position = slot(key);
        if (key == FREE || slots[position] == key) {
            throw new IllegalStateException("two features have the same hash: change its base");
        }
        slots[position] = key;
        pass(key);
        for (int i = 0; i < width; i++) {
            long bits = Float.floatToRawIntBits(weights[i]) & 0xFFFF_FFFFL;
            slots[position + 1 + i / 2] |= i % 2 == 0 ? bits : bits << 32;
        }
    }

    /** Lets a key through the filter. */
    private void pass(long key) {
        filter[(int) (key >>> 32) & filter.length - 1] |= 1L << (key >>> 26);
    }

    /** 0 if the key is not in the table; 1 if it may be. */
    private int passes(long key) {
        return (int) (filter[(int) (key >>> 32) & filter.length - 1] >>> (key >>> 26)) & 1;
    }

    /** Where the feature with this hash is, or {@link #NONE}. */
    int position(long feature) {
        int position = slot(key(feature));
        return slots[position] == FREE ? NONE : position;
    }

    boolean has(long feature) {
        return position(feature) != NONE;
    }

    /** Adds the weights of the feature at this position to the scores that begin at an offset. */
    void addAt(int position, double[] scores, int offset) {
        long[] slots = this.slots;
        int at = position + 1;
        int i = offset;
        int last = offset + width - 1;
        while (i < last) {
            long both = slots[at++];
            scores[i++] += Float.intBitsToFloat((int) both);
            scores[i++] += Float.intBitsToFloat((int) (both >>> 32));
        }
        if (i == last) {
            scores[i] += Float.intBitsToFloat((int) slots[at]);
        }
    }

    /** Adds the weights of a feature, if the model has it, to the scores that begin at an offset. */
    void add(long feature, double[] scores, int offset) {
        int position = position(feature);
        if (position != NONE) {
            addAt(position, scores, offset);
        }
    }

    /** The position of the key or, free, of the end of the search for it. */
    private int slot(long key) {
        int slot = (int) key & lastSlot;
        long found;
        while ((found = slots[slot * slotLength]) != key && found != FREE) {
            slot = slot + 1 & lastSlot;
        }
        return slot * slotLength;
    }

    /** Spreads a polynomial hash over all bits; one to one. The sum keeps the empty string, whose hash is 0, from {@link #FREE}. */
    private static long key(long hash) {
        long h = hash + SCRAMBLER;
        h ^= h >>> 32;
        h *= SCRAMBLER;
        h ^= h >>> 32;
        h *= SCRAMBLER;
        return h ^ h >>> 32;
    }

    /** Without the free slots, which are half of it. */
    void write(ModelOutput out) throws IOException {
        int size = 0;
        for (int at = 0; at < slots.length; at += slotLength) {
            if (slots[at] != FREE) {
                size++;
            }
        }
        long[] used = new long[size * slotLength];
        int to = 0;
        for (int at = 0; at < slots.length; at += slotLength) {
            if (slots[at] != FREE) {
                System.arraycopy(slots, at, used, to, slotLength);
                to += slotLength;
            }
        }
        out.writeInt(width);
        out.writeLongs(used);
    }

    static FeatureTable read(ModelInput in) throws IOException {
        int width = in.readInt();
        long[] used = in.readLongs();
        var table = new FeatureTable(width, used.length / (1 + (width + 1) / 2));
        for (int at = 0; at < used.length; at += table.slotLength) {
            System.arraycopy(used, at, table.slots, table.slot(used[at]), table.slotLength);
            table.pass(used[at]);
        }
        return table;
    }

    /** A number of features asked for at once, so that the memory is waited for once. For one thread at a time. */
    final class Questions {

        private final long[] keys;
        private final long[] firstSeen;
        private int count;

        /** @param most how many at once */
        Questions(int most) {
            keys = new long[most];
            firstSeen = new long[most];
        }

        void ask(long feature) {
            long key = key(feature);
            keys[count] = key;
            // No branch: whether a model has a feature is what a processor can't predict.
            count += passes(key);
        }

        /** Adds the weights of those that the model has to the scores, and forgets the questions. */
        void answer(double[] scores) {
            for (int i = 0; i < count; i++) {
                firstSeen[i] = slots[((int) keys[i] & lastSlot) * slotLength];
            }
            for (int i = 0; i < count; i++) {
                long key = keys[i];
                int position = firstSeen[i] == key ? ((int) key & lastSlot) * slotLength : slot(key);
                if (slots[position] != FREE) {
                    addAt(position, scores, 0);
                }
            }
            count = 0;
        }
    }
}
