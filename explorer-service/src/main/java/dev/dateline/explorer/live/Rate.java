package dev.dateline.explorer.live;

import java.util.ArrayDeque;
import java.util.Deque;

/** How fast a count grows, over the last seconds. Not thread-safe. */
final class Rate {

    /** Long enough that the pauses between commits don't show, short enough to see an upload begin and end. */
    static final long WINDOW_NANOS = 10_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;

    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** Takes a count, and says by how much it grew per second; 0 at first, and when a store was made anew. */
    double add(long nanos, long count) {
        if (!samples.isEmpty() && count < samples.getLast().count) {
            samples.clear();
        }
        samples.addLast(new Sample(nanos, count));
        while (nanos - samples.getFirst().nanos > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        return first.nanos == nanos ? 0 : (count - first.count) * NANOS_PER_SECOND / (nanos - first.nanos);
    }
}
