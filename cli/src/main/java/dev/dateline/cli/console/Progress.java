package dev.dateline.cli.console;

import java.time.Duration;

/**
 * How far long work is: a bar with rate and time left on a terminal, now and then a line in a pipe. For many threads.
 */
public final class Progress implements AutoCloseable {

    /** Five times a second looks alive and costs nothing. */
    private static final Duration REDRAW = Duration.ofMillis(200);

    /** A log of an hour's work then has 360 lines. */
    private static final Duration NEXT_LINE = Duration.ofSeconds(10);

    private static final String CLEAR_LINE = "\r\u001B[K";
    private static final int BAR_WIDTH = 20;

    private final Terminal terminal;
    private final String unit;
    private final long start = System.nanoTime();
    private final Speed speed = new Speed(start);
    private long lastShown = start;
    private boolean barShown;

    /** Begins now, and counts what {@code unit} says, in the plural. */
    public Progress(Terminal terminal, String unit) {
        this.terminal = terminal;
        this.unit = unit;
    }

    /**
     * Shows the state if it is time to.
     *
     * @param done units
     * @param fraction of all the work, from 0 to 1; 0 if nobody knows
     */
    public synchronized void update(long done, double fraction) {
        long now = System.nanoTime();
        if (now - lastShown < (terminal.interactive() ? REDRAW : NEXT_LINE).toNanos()) {
            return;
        }
        lastShown = now;
        speed.add(now, done, fraction);
        String state = state(done, fraction);
        if (terminal.interactive()) {
            terminal.out().print(CLEAR_LINE + bar(fraction) + state);
            terminal.out().flush();
            barShown = true;
        } else {
            terminal.out().println(state);
        }
    }

    /** Prints a line on standard output, where the bar does not hide it. */
    public synchronized void print(String line) {
        close();
        terminal.out().println(line);
    }

    /** Prints a line on standard error, where the bar does not hide it. */
    public synchronized void printError(String line) {
        close();
        terminal.err().println(line);
    }

    /** The time since it began. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (barShown) {
            terminal.out().print(CLEAR_LINE);
            terminal.out().flush();
            barShown = false;
        }
    }

    private String state(long done, double fraction) {
        double rate = speed.perSecond();
        String state = (rate < 10 ? "%,d %s, %,.1f/s" : "%,d %s, %,.0f/s").formatted(done, unit, rate);
        if (fraction <= 0) {
            return state;
        }
        String left =
                speed.left().map(time -> ", %s left".formatted(Span.text(time))).orElse("");
        return "%s, %.0f %%%s".formatted(state, 100 * fraction, left);
    }

    private static String bar(double fraction) {
        if (fraction <= 0) {
            return "";
        }
        int filled = (int) Math.min(BAR_WIDTH, Math.round(fraction * BAR_WIDTH));
        return "[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] ";
    }
}
