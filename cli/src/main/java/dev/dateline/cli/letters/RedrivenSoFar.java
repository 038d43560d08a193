package dev.dateline.cli.letters;

import java.util.HashSet;
import java.util.Set;

/** {@link Redriven} in the making, while the letters of a partition are read in their order. Not thread-safe. */
final class RedrivenSoFar {

    private final Set<Long> beyond;
    private long before;
    private boolean isWithoutGap = true;

    RedrivenSoFar(Redriven start) {
        before = start.before();
        beyond = new HashSet<>(start.beyond());
    }

    /** The next letter was sent back, now or earlier. */
    void passed(long offset) {
        if (isWithoutGap) {
            before = offset + 1;
            beyond.remove(offset);
        } else {
            beyond.add(offset);
        }
    }

    /** The next letter stays: what comes after it is remembered one by one. */
    void stays() {
        isWithoutGap = false;
    }

    Redriven now() {
        return new Redriven(before, Set.copyOf(beyond));
    }
}
