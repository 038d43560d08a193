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

/** What {@code dateline verify} does: counts a file with the recogniser alone, and compares with the store. */
final class Recount {

    /** One for all recounts: each has the posts of those before it once more, and what it remembers of them costs nothing. */
    private static final EntityRecognizer RECOGNIZER = EntityRecognizer.load();

    private Recount() {}

    static Comparison compare(Path articles, ExplorerClient explorer) {
        var recount = new dev.dateline.cli.verify.Recount(RECOGNIZER::recognize);
        var silent = new PrintWriter(Writer.nullWriter());
        var files = new ArticleFiles(
                List.of(ArticleFile.of(articles.toString(), InputStream.nullInputStream())),
                Columns.standard(),
                Long.MAX_VALUE,
                256 * 1024);
        try (var progress = new Progress(new Terminal(silent, silent, false), "articles")) {
            new Recounter(recount, progress).count(files);
        }
        return Comparison.of(recount, explorer);
    }
}
