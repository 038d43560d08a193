package dev.dateline.cli.demo;

import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.StandaloneOptions;
import dev.dateline.store.StoreSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Everything, started on a folder and ports that nobody else uses; nothing of it is left, however the process ends. */
final class TemporaryInstance implements AutoCloseable {

    private static final int FREE_PORT = 0;
    private static final int SAVERS = 1;

    /** Small, so that the few articles are shared among the cores. */
    private static final int BATCH_SIZE = 20;

    /** How long a start that is interrupted may take to fail. */
    private static final int LONGEST_FAILURE_SECONDS = 5;

    private final TemporaryHome home = TemporaryHome.make();
    private final CompletableFuture<Standalone> started = new CompletableFuture<>();
    private final Thread hook = new Thread(this::end, "demo-end");

    private TemporaryInstance() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static TemporaryInstance start() {
        var instance = new TemporaryInstance();
        try {
            instance.started.complete(Standalone.start(instance.options()));
            return instance;
        } catch (RuntimeException | Error e) {
            instance.started.completeExceptionally(e);
            instance.close();
            throw e;
        }
    }

    Standalone standalone() {
        return started.join();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process ends already, and the hook does it.
            return;
        }
        end();
    }

    private void end() {
        try {
            started.get(LONGEST_FAILURE_SECONDS, TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            // It never ran: there is nothing but the folder.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        home.close();
    }

    private StandaloneOptions options() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new StandaloneOptions(
                home.folder(), FREE_PORT, FREE_PORT, cores, SAVERS, BATCH_SIZE, StoreSettings.Type.SQLITE);
    }
}
