package dev.dateline.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The whole of Dateline, running in this process. */
public final class Standalone implements AutoCloseable {

    private Standalone() {}

    /**
     * Starts everything and returns when all of it takes work.
     *
     * @throws CannotStartException with one line for a person
     */
    public static Standalone start(StandaloneOptions options) {
        throw new UnsupportedOperationException(options.toString());
    }

    /** Where posts are sent, without a path. */
    public URI gateway() {
        throw new UnsupportedOperationException();
    }

    /** Where counts are read, without a path. */
    public URI explorer() {
        throw new UnsupportedOperationException();
    }

    /** The file that holds the client's API key. */
    public Path apiKeyFile() {
        throw new UnsupportedOperationException();
    }

    /** Completes with a line that names the service, when one can't go on. */
    public CompletableFuture<String> failure() {
        throw new UnsupportedOperationException();
    }

    /** Ends gateway, extractor, saver, explorer and broker, in this order; harmless when ended already. */
    @Override
    public void close() {}
}
