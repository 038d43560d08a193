package dev.dateline.cli;

import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.verify.Comparison;
import dev.dateline.cli.verify.Recount;
import dev.dateline.cli.verify.Recounter;
import dev.dateline.model.PostJson;
import dev.dateline.recognition.EntityRecognizer;
import java.io.InputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = {
            "Counts files with the recogniser alone and compares with the store.",
            "The store must hold exactly these files; run it when drained."
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final ArticleOptions articles = new ArticleOptions();

    @Mixin
    private final ExplorerOption explorer = new ExplorerOption();

    private final Terminal terminal;
    private final InputStream input;
    private final Endpoints endpoints;

    VerifyCommand(Terminal terminal, InputStream input, Endpoints endpoints) {
        this.terminal = terminal;
        this.input = input;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        ArticleFiles files = articles.open(input, PostJson.DEFAULT_MAX_CONTENT_BYTES);
        ExplorerClient counts = explorer.connect(endpoints);
        // Whether it answers at all is better known before the long part.
        counts.totals();
        var recount = new Recount(EntityRecognizer.load()::recognize);
        try (var progress = new Progress(terminal, "articles")) {
            new Recounter(recount, progress).count(files);
        }
        Comparison comparison = Comparison.of(recount, counts);
        comparison.shown().forEach(terminal.out()::println);
        if (comparison.differing() > 0) {
            terminal.out()
                    .println("The store must hold these files and nothing else: name every file that was uploaded.");
        }
        terminal.out().println(comparison);
        return comparison.differing() == 0 ? 0 : 1;
    }
}
