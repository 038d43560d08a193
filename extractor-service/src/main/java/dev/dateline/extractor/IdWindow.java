package dev.dateline.extractor;

import java.util.Arrays;

/**
 * The ids of the last posts of a partition, oldest forgotten first. Takes 24 to 40 bytes an id (two longs in a ring, one or
 * two slots of a table), where a set of objects would take over 100. Not thread-safe.
 *
 * <p>Open addressing with linear probing; removal shifts what follows back, so that no tombstones build up (Knuth, The Art
 * of Computer Programming, vol. 3, 6.4, algorithm R).
 */
final class IdWindow {

    private static final int FIRST_CAPACITY = 1_024;
    private static final int EMPTY = -1;

    private final int window;
    private long[] high;
    private long[] low;
    /** Ring indexes of the ids, by hash; at most half full. */
    private int[] slots;

    private int oldest;
    private int size;

    /** Remembers the last {@code window} ids. */
    IdWindow(int window) {
        this.window = window;
        int capacity = Math.min(window, FIRST_CAPACITY);
        high = new long[capacity];
        low = new long[capacity];
        slots = emptySlots(capacity);
    }

    boolean contains(IdHash id) {
        return slots[slotOf(id.high(), id.low())] != EMPTY;
    }

    /** Adds an id as the newest; does nothing when the window holds it. */
    void add(IdHash id) {
        if (contains(id)) {
            return;
        }
        if (size == window) {
            forgetOldest();
        } else if (size == high.length) {
            grow();
        }
        int index = (oldest + size) % high.length;
        high[index] = id.high();
        low[index] = id.low();
        slots[slotOf(id.high(), id.low())] = index;
        size++;
    }

    int size() {
        return size;
    }

    private void forgetOldest() {
        int free = slotOf(high[oldest], low[oldest]);
        int mask = slots.length - 1;
        for (int next = (free + 1) & mask; slots[next] != EMPTY; next = (next + 1) & mask) {
            int home = (int) high[slots[next]] & mask;
            // Move back what may live at the free slot: its home is not cyclically between the two.
            if (((next - home) & mask) >= ((next - free) & mask)) {
                slots[free] = slots[next];
                free = next;
            }
        }
        slots[free] = EMPTY;
        oldest = (oldest + 1) % high.length;
        size--;
    }

    /** Only before the window is full, so the oldest is still at 0. */
    private void grow() {
        int capacity = (int) Math.min(window, 2L * high.length);
        high = Arrays.copyOf(high, capacity);
        low = Arrays.copyOf(low, capacity);
        slots = emptySlots(capacity);
        for (int i = 0; i < size; i++) {
            slots[slotOf(high[i], low[i])] = i;
        }
    }

    /** The slot that holds the id, or the empty one where it would go. */
    private int slotOf(long idHigh, long idLow) {
        int mask = slots.length - 1;
        int slot = (int) idHigh & mask;
        while (slots[slot] != EMPTY && (high[slots[slot]] != idHigh || low[slots[slot]] != idLow)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] emptySlots(int capacity) {
        int[] slots = new int[Integer.highestOneBit(capacity) * 4];
        Arrays.fill(slots, EMPTY);
        return slots;
    }
}
