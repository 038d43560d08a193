package dev.dateline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole of Dateline, running in this process. */
public final class Standalone implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Standalone.class);

    /** It takes about 1 s; more than this, and it is stuck. */
    private static final Duration BROKER_PATIENCE = Duration.ofSeconds(3);

    private final DataFolder folder;
    private final LocalKey apiKey;
    private final RunningServices services = new RunningServices();
    private final Thread hook = new Thread(this::end, "end");
    private volatile @Nullable EmbeddedBroker broker;
    private boolean ended;

    private Standalone(DataFolder folder) {
        this.folder = folder;
        this.apiKey = new LocalKey(folder);
    }

    /**
     * Starts everything and returns when all of it takes work. What is started ends with the process too.
     *
     * @throws CannotStartException with one line for a person
     */
    public static Standalone start(StandaloneOptions options) {
        return start(options, line -> {});
    }

    /**
     * As {@link #start(StandaloneOptions)}.
     *
     * @param waiting gets a line for a person whenever a service waits for something outside that is away, and the last one if
     *     Kafka ends the process
     */
    public static Standalone start(StandaloneOptions options, Consumer<String> waiting) {
        Standalone standalone = new Standalone(DataFolder.open(options.data()));
        Runtime.getRuntime().addShutdownHook(standalone.hook);
        try {
            standalone.run(options, waiting);
            return standalone;
        } catch (RuntimeException e) {
            standalone.close();
            throw e;
        } catch (IOException e) {
            standalone.close();
            throw DataFolder.unusable(options.data(), e);
        }
    }

    /** Where posts are sent, without a path. */
    public URI gateway() {
        return Loopback.http(services.port(Service.GATEWAY));
    }

    /** Where counts are read, without a path. */
    public URI explorer() {
        return Loopback.http(services.port(Service.EXPLORER));
    }

    /** The file that holds the client's API key. */
    public Path apiKeyFile() {
        return apiKey.file();
    }

    /** Completes with a line that names the service, when one can't go on. */
    public CompletableFuture<String> failure() {
        return services.failure();
    }

    /** Ends gateway, extractor, saver, explorer and broker, in this order; harmless when ended already. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            log.debug("the process ends already", e);
        }
        end();
    }

    private void run(StandaloneOptions options, Consumer<String> waiting) throws IOException {
        requireFree(options.port(), "--port");
        requireFree(options.explorerPort(), "--explorer-port");
        RunningInstance.retract(folder.path());
        Logs.to(folder.logs(), waiting);
        UnsafeWarning.suppress();
        // Where it can't go on, Kafka ends the process, and tells only the log.
        Exit.setHaltProcedure((status, message) -> {
            waiting.accept("the embedded broker can't go on; why is in %s".formatted(Logs.file(folder.logs())));
            Runtime.getRuntime().halt(status);
        });
        KeyFile keys = apiKey.accepted();
        BrokerSockets sockets = BrokerSockets.open(folder);
        ServiceSettings settings = new ServiceSettings(options, folder, sockets.ports(), keys);
        CompletableFuture<EmbeddedBroker> brokerStart = new CompletableFuture<>();
        CompletableFuture<Void> start = services.start(settings, brokerStart);
        startBroker(sockets, brokerStart);
        CompletableFuture.anyOf(start, failure()).join();
        if (failure().isDone()) {
            throw new CannotStartException(failure().join(), null);
        }
        new RunningInstance(
                        ProcessHandle.current().pid(),
                        gateway(),
                        explorer(),
                        apiKeyFile(),
                        sockets.ports().bootstrapServers())
                .announce(folder.path());
        log.info("ready: {} and {}", gateway(), explorer());
    }

    private void startBroker(BrokerSockets sockets, CompletableFuture<EmbeddedBroker> start) {
        try {
            EmbeddedBroker started = EmbeddedBroker.start(folder.kafka(), sockets);
            broker = started;
            start.complete(started);
        } catch (Exception e) {
            log.error("the broker can't start", e);
            start.completeExceptionally(e);
            throw new CannotStartException("the embedded broker can't start: " + OneLine.of(e), e);
        }
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        services.close();
        if (broker != null) {
            Ending.within(BROKER_PATIENCE, "the broker", broker);
        }
        try {
            RunningInstance.retract(folder.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            folder.close();
        }
    }

    private static void requireFree(int port, String option) {
        if (!Loopback.isFree(port)) {
            throw new CannotStartException("port %d is in use; choose another with %s".formatted(port, option), null);
        }
    }
}
