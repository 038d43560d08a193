package dev.dateline.recognition.cache;

import org.jspecify.annotations.Nullable;

/**
 * A bounded table of immutable entries that many threads read and write without a lock or a fence.
 *
 * <p>An entry lives in one of the {@value #WAYS} slots of the set that its hash picks, as in a processor's cache; a new one
 * takes the place of another where all are taken. Threads race on the slots, and that is sound: entries have final fields
 * only, so whoever sees one sees it whole (Java Language Specification, 17.5), and an entry that was overwritten is made
 * again. So the callers must be able to make any entry anew, with the same content.
 *
 * @param <E> an immutable class whose fields are all final
 */
public final class SharedTable<E> {

    /** With four, a table that is three quarters full still keeps nearly all that it is given. */
    public static final int WAYS = 4;

    /** 2^64 divided by the golden ratio: carries what the low bits of a hash hold to the high ones (Knuth). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final @Nullable Object[] slots;

    /** Of the entries, or of what was there before: read first, as four of them are one access to memory. */
    private final long[] hashes;

    private final int lastSet;

    /** Counts what was overwritten; racy, as any choice of a victim is as good as another. */
    private int victims;

    /** @param capacity entries at most, rounded up to a power of two; at least {@value #WAYS} */
    public SharedTable(int capacity) {
        int sets = Integer.highestOneBit(Math.max(1, (capacity - 1) / WAYS)) * 2;
        slots = new Object[Math.max(1, sets) * WAYS];
        hashes = new long[slots.length];
        lastSet = slots.length / WAYS - 1;
    }

    /** The first of the {@value #WAYS} slots where an entry with this hash may be. */
    public int firstSlot(long hash) {
        return ((int) (hash * SPREAD >>> 32) & lastSet) * WAYS;
    }

    /**
     * What is in a slot; null if it is nothing with this hash. The caller compares the entry with what it looks for, as the
     * hash may belong to an entry that another thread has just overwritten.
     */
    @SuppressWarnings("unchecked")
    public @Nullable E at(int slot, long hash) {
        return hashes[slot] == hash ? (E) slots[slot] : null;
    }

    /** Puts an entry where {@link #firstSlot} of its hash finds it. */
    public void put(long hash, E entry) {
        int first = firstSlot(hash);
        int slot = first;
        while (slot < first + WAYS && slots[slot] != null) {
            slot++;
        }
        if (slot == first + WAYS) {
            slot = first + (victims++ & WAYS - 1);
        }
        slots[slot] = entry;
        hashes[slot] = hash;
    }
}
