package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.letters.DeadLetter;
import dev.dateline.cli.letters.Redriver;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "redrive",
        description = {
            "Sends posts that could not be processed back to be processed, under their ids, each once.",
            "Without options all of them. It can be stopped at any moment and run again."
        })
final class RedriveCommand implements Callable<Integer> {

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--id", paramLabel = "ID", description = "Only the post with this id; several times for several.")
    private List<String> ids = List.of();

    @Option(names = "--cause", paramLabel = "TEXT", description = "Only those whose cause contains this text.")
    private @Nullable String cause;

    private final Terminal terminal;
    private final Endpoints endpoints;

    RedriveCommand(Terminal terminal, Endpoints endpoints) {
        this.terminal = terminal;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        try (var progress = new Progress(terminal, "posts");
                var redriver = Redriver.connect(kafka.connect(endpoints))) {
            Redriver.Outcome outcome = redriver.redrive(this::isWanted, done -> progress.update(done, 0));
            progress.print(outcome.toString());
        }
        return 0;
    }

    private boolean isWanted(DeadLetter letter) {
        return (ids.isEmpty() || ids.contains(letter.id()))
                && (cause == null || letter.cause().contains(cause));
    }
}
