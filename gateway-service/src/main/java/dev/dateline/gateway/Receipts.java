package dev.dateline.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The receipts of lines that go together, gathered from whatever thread learns what became of one. */
final class Receipts {

    private final Receipt[] receipts;
    private final AtomicInteger missing;
    private final CompletableFuture<List<Receipt>> all = new CompletableFuture<>();

    /** Of at least one line. */
    Receipts(int lines) {
        this.receipts = new Receipt[lines];
        this.missing = new AtomicInteger(lines);
    }

    /** The receipt of the line at this index, from 0; comes once. */
    void set(int index, Receipt receipt) {
        receipts[index] = receipt;
        if (missing.decrementAndGet() == 0) {
            all.complete(Arrays.asList(receipts));
        }
    }

    /** In the order of the lines; done with the last of them. */
    CompletableFuture<List<Receipt>> all() {
        return all;
    }
}
