package dev.dateline.cli.console;

import java.time.Duration;

/** A length of time as a person reads and types it: {@code 850ms}, {@code 12.3s}, {@code 4m05s}, {@code 2h10m}. */
public final class Span {

    private Span() {}

    /** The duration, with as much detail as matters at its size. */
    public static String text(Duration duration) {
        if (duration.toMillis() < 1_000) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSeconds() < 60) {
            long tenths = duration.toMillis() / 100;
            return tenths % 10 == 0 ? tenths / 10 + "s" : "%d.%ds".formatted(tenths / 10, tenths % 10);
        }
        return duration.toHours() == 0
                ? text(duration.toMinutes(), "m", duration.toSecondsPart(), "s")
                : text(duration.toHours(), "h", duration.toMinutesPart(), "m");
    }

    private static String text(long large, String largeUnit, int small, String smallUnit) {
        return small == 0 ? large + largeUnit : "%d%s%02d%s".formatted(large, largeUnit, small, smallUnit);
    }

    /**
     * Reads {@code 30s}, {@code 10m}, {@code 1h30m} or ISO 8601's {@code PT10M}.
     *
     * @throws java.time.format.DateTimeParseException if it is none of these
     */
    public static Duration parse(String text) {
        return Duration.parse(text.startsWith("P") || text.startsWith("p") ? text : "PT" + text);
    }
}
