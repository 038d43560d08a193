package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.client.ExplorerClient.Found;
import dev.dateline.cli.console.Table;
import dev.dateline.cli.console.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "search", description = "Shows the names that begin with a text, over all publications.")
final class SearchCommand implements Callable<Integer> {

    @Mixin
    private final ExplorerOption explorer = new ExplorerOption();

    @Parameters(paramLabel = "TEXT", description = "How the name begins, in any case.")
    private String text = "";

    private final Terminal terminal;
    private final Endpoints endpoints;

    SearchCommand(Terminal terminal, Endpoints endpoints) {
        this.terminal = terminal;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        var table = new Table("type", "name", "mentions", "articles", "publications");
        for (Found found : explorer.connect(endpoints).search(text)) {
            table.add(found.type(), found.name(), found.mentions(), found.articles(), found.publications());
        }
        table.print(terminal);
        return 0;
    }
}
