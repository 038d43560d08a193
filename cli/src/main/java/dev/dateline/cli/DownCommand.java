package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Terminal;
import dev.dateline.standalone.RunningInstance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "down", description = "Ends the instance that runs on a data folder.")
final class DownCommand implements Callable<Integer> {

    /** It ends within 10 s; a machine that swaps gets some more. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default ./${DEFAULT-VALUE}).")
    private Path data = Path.of("dateline-data");

    private final Terminal terminal;

    DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunningInstance instance =
                RunningInstance.in(data).orElseThrow(() -> Failure.failed("nothing runs on " + data));
        if (!instance.end(PATIENCE)) {
            throw Failure.failed(
                    "process %d has not ended within %d s".formatted(instance.pid(), PATIENCE.toSeconds()));
        }
        terminal.out().println("ended");
        return 0;
    }
}
