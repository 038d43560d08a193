package dev.dateline.cli;

import dev.dateline.cli.articles.ArticleFile;
import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.articles.Columns;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which articles. */
final class ArticleOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = {
                "CSV with a header, or one JSON object a line; compressed with gzip or not; - is standard input.",
                "Columns: publication, and content, article, text or body;"
                        + " if there, id, title, url, and published_at or date."
            })
    private List<String> files = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Stop after N articles.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "FIELD=COLUMN",
            description =
                    "For a file that names them otherwise (no column ... found), such as content=story,published_at=day.")
    private Map<String, String> columns = Map.of();

    /** See {@link ArticleFiles}. */
    ArticleFiles open(InputStream standardInput, int maxContentBytes) {
        List<ArticleFile> named =
                files.stream().map(file -> ArticleFile.of(file, standardInput)).toList();
        return new ArticleFiles(named, Columns.standard().with(columns), limit, maxContentBytes);
    }
}
