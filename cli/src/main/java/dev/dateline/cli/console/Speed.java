package dev.dateline.cli.console;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast work goes, as of late: what it did before a wait, or a faster start, says nothing about what is left. */
final class Speed {

    /** Long enough to be calm where lines come every 10 s, and short enough to forget a wait while someone looks. */
    private static final long WINDOW_NANOS = Duration.ofSeconds(30).toNanos();

    private final Deque<Moment> moments = new ArrayDeque<>();

    private record Moment(long nanos, long done, double fraction) {}

    /** Of work that begins at this time of {@link System#nanoTime()}. */
    Speed(long nanos) {
        moments.add(new Moment(nanos, 0, 0));
    }

    /** So many units, and this much of all the work (0 to 1), were done by then. */
    void add(long nanos, long done, double fraction) {
        if (done < moments.getLast().done) {
            // It began again, as a download does that can't be resumed.
            moments.clear();
        }
        moments.addLast(new Moment(nanos, done, fraction));
        while (moments.size() > 2 && nanos - moments.getFirst().nanos > WINDOW_NANOS) {
            moments.removeFirst();
        }
    }

    /** Units a second. */
    double perSecond() {
        double seconds = seconds();
        return seconds <= 0 ? 0 : (moments.getLast().done - moments.getFirst().done) / seconds;
    }

    /** Until all is done; empty if nobody knows, or nothing moves. */
    Optional<Duration> left() {
        double moved = moments.getLast().fraction - moments.getFirst().fraction;
        return moved <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.round((1 - moments.getLast().fraction) / moved * seconds())));
    }

    private double seconds() {
        return (moments.getLast().nanos - moments.getFirst().nanos) / 1e9;
    }
}
