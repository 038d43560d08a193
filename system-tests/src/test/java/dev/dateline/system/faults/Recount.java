package dev.dateline.system.faults;

import dev.dateline.cli.articles.ArticleFile;
import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.articles.Columns;
import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.verify.Comparison;
import dev.dateline.cli.verify.Recounter;
import dev.dateline.recognition.EntityRecognizer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** What {@code dateline verify} does: counts files with the recogniser alone, one after the other, and compares with the store. */
final class Recount {

    private final dev.dateline.cli.verify.Recount recount =
            new dev.dateline.cli.verify.Recount(EntityRecognizer.load()::recognize);

    /** Counts a file of articles that no file before had. */
    void add(Path articles) {
        var silent = new PrintWriter(Writer.nullWriter());
        var files = new ArticleFiles(
                List.of(ArticleFile.of(articles.toString(), InputStream.nullInputStream())),
                Columns.standard(),
                Long.MAX_VALUE,
                256 * 1024);
        try (var progress = new Progress(new Terminal(silent, silent, false), "articles")) {
            new Recounter(recount, progress).count(files);
        }
    }

    Comparison compare(ExplorerClient explorer) {
        return Comparison.of(recount, explorer);
    }
}
