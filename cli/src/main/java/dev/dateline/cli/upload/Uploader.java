package dev.dateline.cli.upload;

import dev.dateline.cli.articles.Row;
import dev.dateline.cli.client.Answer;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.cli.console.Progress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends the articles of files and says what became of each row. */
public final class Uploader implements AutoCloseable {

    /** One is read and one answered while others wait for Kafka. */
    private static final int BATCHES_IN_FLIGHT = 4;

    /** An article of a live pipe leaves within 200 ms; half of it is for a slow machine. */
    private static final Duration LINGER = Duration.ofMillis(50);

    /** A wrong file of a million rows must not fill the screen. */
    private static final int MAX_SHOWN = 100;

    private final InFlight inFlight = new InFlight(BATCHES_IN_FLIGHT);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Outcome outcome = new Outcome();
    private final PersistentSender sender;
    private final Rejected rejected;
    private final Progress progress;
    private Batch batch = new Batch();

    /**
     * Gives up when the gateway takes nothing for longer than {@code patience}.
     *
     * @param rejected gets the rows that were not taken
     */
    public Uploader(GatewayClient gateway, Duration patience, Rejected rejected, Progress progress) {
        this.sender = new PersistentSender(gateway, new Patience(patience, progress::print));
        this.rejected = rejected;
        this.progress = progress;
        clock.scheduleWithFixedDelay(
                this::sendWhenOld, LINGER.toMillis(), LINGER.toMillis() / 2, TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a row of a file as soon as there is room; does not wait for the answer.
     *
     * @throws dev.dateline.cli.console.Failure if it makes no sense to go on
     */
    public void add(String file, Row row) {
        if (row instanceof Row.Article article) {
            add(file, article);
        } else if (row instanceof Row.Unusable unusable) {
            reject(file, row, unusable.reason());
        } else {
            outcome.skip();
        }
    }

    /** Returns when every row has its answer. */
    public void awaitAnswers() {
        sendBatch();
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
        clock.shutdownNow();
        inFlight.close();
        long hidden = outcome.rejected() - MAX_SHOWN;
        if (hidden > 0) {
            progress.printError("dateline: and %,d more rows that were rejected".formatted(hidden));
        }
    }

    private synchronized void add(String file, Row.Article article) {
        if (batch.isFullFor(article)) {
            sendBatch();
        }
        if (batch.isEmpty()) {
            batch = new Batch();
        }
        batch.add(file, article);
    }

    private synchronized void sendBatch() {
        if (!batch.isEmpty()) {
            Batch full = batch;
            batch = new Batch();
            inFlight.begin(full.ids(), () -> send(full));
        }
    }

    private synchronized void sendWhenOld() {
        if (batch.age() >= LINGER.toNanos()) {
            try {
                sendBatch();
            } catch (RuntimeException e) {
                // Whoever adds the next row is told: it is the failure of a batch before.
                clock.shutdown();
            }
        }
    }

    private void send(Batch full) throws InterruptedException {
        sender.send(full.posts(), (position, answer) -> {
            Batch.Sent sent = full.get(position);
            if (answer instanceof Answer.Refused refused) {
                reject(sent.file(), sent.row(), refused.reason());
            } else {
                outcome.accept(sent.row().post().publication());
            }
        });
    }

    private void reject(String file, Row row, String reason) {
        rejected.add(file, row, reason);
        if (outcome.reject(row instanceof Row.Article article ? article.post().publication() : "") <= MAX_SHOWN) {
            progress.printError("dateline: %s:%d: %s".formatted(file, row.line(), reason));
        }
    }
}
