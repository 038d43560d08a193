package dev.dateline.cli;

import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.cli.console.Progress;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.upload.Outcome;
import dev.dateline.cli.upload.Pace;
import dev.dateline.cli.upload.Rejected;
import dev.dateline.cli.upload.Uploader;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "upload",
        description = {
            "Sends articles to be counted.",
            "A row without an id gets one that follows from its publication and content:"
                    + " the same file can be sent again, and counts once."
        })
final class UploadCommand implements Callable<Integer> {

    /** Whether a content is too large is for the gateway to say: its limit can be set. */
    private static final int ANY_CONTENT = Integer.MAX_VALUE;

    @Mixin
    private final ArticleOptions articles = new ArticleOptions();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The gateway (otherwise DATELINE_URL, or what runs on ./dateline-data).")
    private @Nullable URI url;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "Holds the API key (otherwise DATELINE_API_KEY_FILE, or that of ./dateline-data).")
    private @Nullable Path apiKeyFile;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            description = "Give up when the gateway takes nothing for so long (default 1m).")
    private Duration patience = Duration.ofMinutes(1);

    @Option(names = "--rate", paramLabel = "N", description = "Send at most N articles a second.")
    private @Nullable Long rate;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Keep the rows that are rejected, and why, in FILE; mended, it can be uploaded itself.")
    private @Nullable Path rejected;

    private final Terminal terminal;
    private final InputStream input;
    private final Endpoints endpoints;

    UploadCommand(Terminal terminal, InputStream input, Endpoints endpoints) {
        this.terminal = terminal;
        this.input = input;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        ArticleFiles files = articles.open(input, ANY_CONTENT);
        GatewayClient gateway = GatewayClient.connect(endpoints.gateway(url), endpoints.apiKeyFile(apiKeyFile));
        Pace pace = rate == null ? Pace.any() : Pace.of(rate);
        try (var progress = new Progress(terminal, "articles");
                var kept = rejected == null ? Rejected.forgotten() : Rejected.in(rejected);
                var uploader = new Uploader(gateway, patience, kept, progress);
                var summary = new LastLine(() -> summarize(uploader.outcome(), progress))) {
            try {
                files.forEachRow((file, row) -> {
                    pace.await();
                    uploader.add(file, row);
                    progress.update(uploader.rows(), files.fraction());
                });
            } finally {
                uploader.awaitAnswers();
            }
            return uploader.outcome().rejected() == 0 ? 0 : 1;
        }
    }

    private void summarize(Outcome outcome, Progress progress) {
        progress.close();
        outcome.publications().print(terminal);
        outcome.reasonForSkipped().ifPresent(progress::print);
        progress.print(outcome.toString());
    }
}
