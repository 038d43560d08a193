package dev.dateline.cli.upload;

import dev.dateline.cli.console.Counted;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What became of the rows so far. For many threads. */
public final class Outcome {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final Publications publications = new Publications();

    void accept(String publication) {
        accepted.incrementAndGet();
        publications.accept(publication);
    }

    /**
     * How many that makes.
     *
     * @param publication empty if nobody knows
     */
    long reject(String publication) {
        publications.reject(publication);
        return rejected.incrementAndGet();
    }

    void skip() {
        skipped.incrementAndGet();
    }

    /** The same by publication. */
    public Publications publications() {
        return publications;
    }

    /** Rows that the gateway took. */
    public long accepted() {
        return accepted.get();
    }

    /** Rows that did not parse or broke a rule. */
    public long rejected() {
        return rejected.get();
    }

    /** All rows so far. */
    long rows() {
        return accepted.get() + rejected.get() + skipped.get();
    }

    /** Why rows were skipped, for a person; empty if none was. */
    public Optional<String> reasonForSkipped() {
        long rows = skipped.get();
        return rows == 0 ? Optional.empty() : Optional.of("skipped %s without text".formatted(Counted.of(rows, "row")));
    }

    /** The last line of an upload, which programs read: plain numbers. */
    @Override
    public String toString() {
        return "accepted %d, rejected %d, skipped %d".formatted(accepted.get(), rejected.get(), skipped.get());
    }
}
