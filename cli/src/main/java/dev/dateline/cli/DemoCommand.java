package dev.dateline.cli;

import dev.dateline.cli.articles.ArticleFile;
import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.articles.Columns;
import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.demo.Demo;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description =
                "Starts everything on a temporary folder, counts the articles that come with it, and tells what it found.")
final class DemoCommand implements Callable<Integer> {

    private static final String SAMPLES = "samples.ndjson";

    private final Terminal terminal;
    private final InputStream input;

    DemoCommand(Terminal terminal, InputStream input) {
        this.terminal = terminal;
        this.input = input;
    }

    @Override
    public Integer call() {
        try (Demo demo = Demo.start(terminal)) {
            demo.count(samples());
            demo.tell();
            if (terminal.interactive()) {
                demo.inviteToLookAround();
                awaitEnter();
            }
        }
        return 0;
    }

    private static ArticleFiles samples() {
        var file = new ArticleFile(
                SAMPLES, 0, false, () -> Objects.requireNonNull(Dateline.class.getResourceAsStream(SAMPLES)));
        return new ArticleFiles(List.of(file), Columns.standard(), Long.MAX_VALUE, PostJson.DEFAULT_MAX_CONTENT_BYTES);
    }

    private void awaitEnter() {
        try {
            int unit = input.read();
            while (unit >= 0 && unit != '\n') {
                unit = input.read();
            }
        } catch (IOException e) {
            throw Failure.failed("the terminal can't be read", e);
        }
    }
}
