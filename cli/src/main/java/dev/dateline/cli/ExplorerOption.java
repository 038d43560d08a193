package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.client.ExplorerClient;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where counts are read. */
final class ExplorerOption {

    @Option(
            names = "--explorer-url",
            paramLabel = "URL",
            description = "The explorer (otherwise DATELINE_EXPLORER_URL, or what runs on ./dateline-data).")
    private @Nullable URI url;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "A key with the scope read, where the explorer needs one (otherwise DATELINE_API_KEY_FILE).")
    private @Nullable Path apiKeyFile;

    ExplorerClient connect(Endpoints endpoints) {
        return new ExplorerClient(endpoints.explorer(url), endpoints.readKeyFile(apiKeyFile));
    }
}
