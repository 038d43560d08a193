package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.up.DetachedUp;
import dev.dateline.cli.up.ReadyMessage;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.StandaloneOptions;
import dev.dateline.store.StoreSettings;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description =
                "Starts everything in one process: an embedded Kafka broker and the four services. Ends on SIGTERM.")
final class UpCommand implements Callable<Integer> {

    private static final int LAST_PORT = 65_535;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that everything durable lies under (default ./${DEFAULT-VALUE}).")
    private Path data = Path.of("dateline-data");

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where posts are sent (default ${DEFAULT-VALUE}; 0 for a free one).")
    private int port = 8080;

    @Option(
            names = "--explorer-port",
            paramLabel = "PORT",
            description = "Where counts are read (default ${DEFAULT-VALUE}; 0 for a free one).")
    private int explorerPort = 8081;

    @Option(
            names = "--extractors",
            paramLabel = "N",
            description = "Threads that recognise, at most 4 of them at work (default: one per core).")
    private @Nullable Integer extractors;

    @Option(
            names = "--savers",
            paramLabel = "N",
            description = "Threads that save, at most 4 of them at work (default ${DEFAULT-VALUE}).")
    private int savers = 1;

    @Option(
            names = "--batch-size",
            paramLabel = "N",
            description = "Posts per extractor's transaction (default ${DEFAULT-VALUE}).")
    private int batchSize = 500;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description =
                    "Where counts go: sqlite (default), firestore or none. Firestore takes GOOGLE_CLOUD_PROJECT and"
                            + " FIRESTORE_EMULATOR_HOST from the environment.")
    private StoreSettings.Type store = StoreSettings.Type.SQLITE;

    @Option(names = "--detach", description = "Return when it is ready; it goes on without this terminal.")
    private boolean detach;

    private final Terminal terminal;

    UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        StandaloneOptions options = options();
        if (detach) {
            new DetachedUp(terminal).start(data);
            return 0;
        }
        try (Standalone standalone = Standalone.start(options, terminal.out()::println)) {
            terminal.out().println(ReadyMessage.of(standalone));
            throw Failure.failed(standalone.failure().join());
        }
    }

    private StandaloneOptions options() {
        require(port >= 0 && port <= LAST_PORT, "--port is 0 to 65535");
        require(explorerPort >= 0 && explorerPort <= LAST_PORT, "--explorer-port is 0 to 65535");
        require(port == 0 || port != explorerPort, "--port and --explorer-port must differ");
        int threads = extractors == null ? Runtime.getRuntime().availableProcessors() : extractors;
        require(threads > 0 && savers > 0 && batchSize > 0, "--extractors, --savers and --batch-size are at least 1");
        return new StandaloneOptions(data, port, explorerPort, threads, savers, batchSize, store);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw Failure.usage(otherwise);
        }
    }
}
