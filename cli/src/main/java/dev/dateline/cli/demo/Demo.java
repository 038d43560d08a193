package dev.dateline.cli.demo;

import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.client.Drain;
import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Span;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.upload.Rejected;
import dev.dateline.cli.upload.Uploader;
import dev.dateline.standalone.Standalone;
import java.time.Duration;

/** All of Dateline for some minutes, and a story at the end. */
public final class Demo implements AutoCloseable {

    /** Some articles take seconds; on the slowest machine still not this. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Terminal terminal;
    private final TemporaryInstance instance;
    private final Standalone standalone;
    private final ExplorerClient explorer;
    private Duration counting = Duration.ZERO;

    private Demo(Terminal terminal, TemporaryInstance instance) {
        this.terminal = terminal;
        this.instance = instance;
        this.standalone = instance.standalone();
        this.explorer = new ExplorerClient(standalone.explorer());
    }

    /** Starts everything, and says how long that took. */
    public static Demo start(Terminal terminal) {
        terminal.out().println(terminal.faint("Starting Kafka, four services and a store in this process ..."));
        long begin = System.nanoTime();
        var demo = new Demo(terminal, TemporaryInstance.start());
        String took = Span.text(Duration.ofNanos(System.nanoTime() - begin));
        terminal.out().println(terminal.faint("Ready after %s. Now some articles go in ...".formatted(took)));
        return demo;
    }

    /** Sends the articles in and waits until all of them are counted. */
    public void count(ArticleFiles articles) {
        try (var progress = new Progress(terminal, "articles");
                var uploader = new Uploader(
                        GatewayClient.connect(standalone.gateway(), standalone.apiKeyFile()),
                        PATIENCE,
                        Rejected.forgotten(),
                        progress)) {
            articles.forEachRow(uploader::add);
            uploader.awaitAnswers();
            if (uploader.outcome().rejected() > 0) {
                throw Failure.failed("not all articles of the demo were accepted: " + uploader.outcome());
            }
            new Drain(explorer, progress, this::requireAlive).await(PATIENCE);
            counting = progress.elapsed();
        }
    }

    /** Tells what was found. */
    public void tell() {
        new StoryTeller(terminal).tell(Story.of(explorer), counting);
    }

    /** Says where to look, and how it ends. */
    public void inviteToLookAround() {
        terminal.out()
                .println("Look around at %s"
                        .formatted(terminal.accent(standalone.explorer().toString())));
        terminal.out().print("Enter ends the demo and leaves nothing behind. ");
        terminal.out().flush();
    }

    /** Ends everything and removes the folder. */
    @Override
    public void close() {
        instance.close();
    }

    private void requireAlive() {
        if (standalone.failure().isDone()) {
            throw Failure.failed(standalone.failure().join());
        }
    }
}
