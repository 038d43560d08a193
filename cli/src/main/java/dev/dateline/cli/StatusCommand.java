package dev.dateline.cli;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.client.ExplorerClient.Pipeline;
import dev.dateline.cli.console.Counted;
import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Terminal;
import dev.dateline.standalone.RunningInstance;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "status", description = "Says what runs on a data folder, and how far it is.")
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default ./${DEFAULT-VALUE}).")
    private Path data = Path.of("dateline-data");

    private final Terminal terminal;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunningInstance instance =
                RunningInstance.in(data).orElseThrow(() -> Failure.failed("nothing runs on " + data));
        Pipeline pipeline = new ExplorerClient(instance.explorer()).pipeline();
        terminal.out().println("running as process " + instance.pid());
        terminal.out().println("gateway   " + instance.gateway());
        terminal.out().println("explorer  " + instance.explorer());
        terminal.out().println("API key   " + instance.apiKeyFile());
        terminal.out().println("pipeline  " + text(pipeline));
        return 0;
    }

    private static String text(Pipeline pipeline) {
        String state = Counted.of(pipeline.accepted(), "post") + " accepted, "
                + Counted.of(pipeline.deadLetters(), "dead letter") + "; ";
        return pipeline.drained()
                ? state + "everything is counted"
                : state
                        + "%,d posts wait for the extractor, %,d tallies for the saver"
                                .formatted(pipeline.waitingForExtraction(), pipeline.waitingToBeSaved());
    }
}
