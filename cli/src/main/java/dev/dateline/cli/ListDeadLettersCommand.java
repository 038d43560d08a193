package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Table;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.letters.DeadLetter;
import dev.dateline.cli.letters.DeadLetters;
import dev.dateline.cli.letters.Place;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {
            "Shows what could not be processed, when, why and where it lies: posts that were not redriven yet, and"
                    + " unreadable tallies.",
            "Where there is more, the last line says how to go on."
        })
final class ListDeadLettersCommand implements Callable<Integer> {

    @Mixin
    private final KafkaOption kafka = new KafkaOption();

    @Option(names = "--all", description = "Also those that were redriven.")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default 50).")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "LETTER", description = "Begin after this one, such as posts.dlt-0@17.")
    private @Nullable Place after;

    private final Terminal terminal;
    private final Endpoints endpoints;

    ListDeadLettersCommand(Terminal terminal, Endpoints endpoints) {
        this.terminal = terminal;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Failure.usage("--limit: at least 1, not " + limit);
        }
        // One more than is shown says whether there are more.
        List<DeadLetter> letters = new DeadLetters(kafka.connect(endpoints)).list(all, after, limit + 1);
        List<DeadLetter> shown = letters.subList(0, Math.min(limit, letters.size()));
        var table = new Table("letter", "time", "id", "from", "cause");
        shown.forEach(it -> table.add(it.place(), it.time(), it.id(), it.origin(), it.cause()));
        table.print(terminal);
        if (letters.size() > limit) {
            terminal.out()
                    .println("more: dateline dead-letters list%s --after %s"
                            .formatted(all ? " --all" : "", shown.get(limit - 1).place()));
        }
        return 0;
    }
}
