package dev.dateline.cli.upload;

import dev.dateline.cli.articles.Row;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.cli.console.Progress;
import java.time.Duration;

/** Sends the articles of files and says what became of each row. */
public final class Uploader implements AutoCloseable {

    /** Enough to keep Kafka's batches full; the gateway needs a few milliseconds a post. */
    private static final int IN_FLIGHT = 64;

    /** A wrong file of a million rows must not fill the screen. */
    private static final int MAX_SHOWN = 100;

    private final InFlight inFlight = new InFlight(IN_FLIGHT);
    private final Outcome outcome = new Outcome();
    private final PersistentSender sender;
    private final Progress progress;

    /** Gives up when the gateway takes nothing for longer than {@code patience}. */
    public Uploader(GatewayClient gateway, Duration patience, Progress progress) {
        this.sender = new PersistentSender(gateway, new Patience(patience, progress::print));
        this.progress = progress;
    }

    /**
     * Sends a row of a file as soon as there is room; does not wait for the answer.
     *
     * @throws dev.dateline.cli.console.Failure if it makes no sense to go on
     */
    public void add(String file, Row row) {
        if (row instanceof Row.Article article) {
            inFlight.begin(article.post().id(), () -> send(file, article));
        } else if (row instanceof Row.Unusable unusable) {
            reject(file, row, unusable.reason());
        } else {
            outcome.skip();
        }
    }

    /** Returns when every row has its answer. */
    public void awaitAnswers() {
        inFlight.awaitAll();
    }

    /** What became of the rows so far. */
    public Outcome outcome() {
        return outcome;
    }

    /** Rows with an answer. */
    public long rows() {
        return outcome.rows();
    }

    @Override
    public void close() {
        inFlight.close();
        long hidden = outcome.rejected() - MAX_SHOWN;
        if (hidden > 0) {
            progress.printError("dateline: and %,d more rows that were rejected".formatted(hidden));
        }
    }

    private void send(String file, Row.Article article) throws InterruptedException {
        sender.send(article.post()).ifPresentOrElse(reason -> reject(file, article, reason), outcome::accept);
    }

    private void reject(String file, Row row, String reason) {
        if (outcome.reject() <= MAX_SHOWN) {
            progress.printError("dateline: %s:%d: %s".formatted(file, row.line(), reason));
        }
    }
}
