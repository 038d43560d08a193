package dev.dateline.cli;

import dev.dateline.cli.client.Drain;
import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.client.ExplorerClient.Pipeline;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Span;
import dev.dateline.cli.console.Terminal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "drain", description = "Waits until every accepted post is in the store.")
final class DrainCommand implements Callable<Integer> {

    @Mixin
    private final ExplorerOption explorer = new ExplorerOption();

    @Option(names = "--timeout", paramLabel = "TIME", description = "Longest wait, such as 30s or 1h30m (default 10m).")
    private Duration timeout = Duration.ofMinutes(10);

    private final Terminal terminal;
    private final Endpoints endpoints;

    DrainCommand(Terminal terminal, Endpoints endpoints) {
        this.terminal = terminal;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        try (var progress = new Progress(terminal, "posts")) {
            Pipeline drained = new Drain(explorer.connect(endpoints), progress).await(timeout);
            String deadLetters =
                    drained.deadLetters() == 0 ? "" : ", dead letters: %,d".formatted(drained.deadLetters());
            progress.print("drained after %s%s".formatted(Span.text(progress.elapsed()), deadLetters));
        }
        return 0;
    }
}
