package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.client.ExplorerClient.Entity;
import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Table;
import dev.dateline.cli.console.Terminal;
import dev.dateline.model.EntityType;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "top", description = "Shows whom and what a publication mentions most.")
final class TopCommand implements Callable<Integer> {

    @Mixin
    private final ExplorerOption explorer = new ExplorerOption();

    @Parameters(paramLabel = "PUBLICATION", description = "Its name, in any case.")
    private String publication = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "Only one of ${COMPLETION-CANDIDATES}.")
    private @Nullable EntityType type;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default 20).")
    private int limit = 20;

    private final Terminal terminal;
    private final Endpoints endpoints;

    TopCommand(Terminal terminal, Endpoints endpoints) {
        this.terminal = terminal;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw Failure.usage("--limit: at least 1, not " + limit);
        }
        var table = new Table("type", "name", "mentions", "articles");
        for (Entity entity : explorer.connect(endpoints).entities(publication, type, limit)) {
            table.add(entity.type(), entity.name(), entity.mentions(), entity.articles());
        }
        table.print(terminal);
        return 0;
    }
}
