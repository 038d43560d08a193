package dev.dateline.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys that are valid now: those of the configuration, and those of a file that may change at any time. */
public final class WatchedKeys implements Supplier<ApiKeys>, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchedKeys.class);

    /** A revoked key is to be refused within 5 s. Reading is cheap, and works where no file system tells of changes. */
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final ApiKeys configured;
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(WatchedKeys::thread);
    private byte[] lastRead = {};
    private volatile ApiKeys current;

    /**
     * Reads the file, if there is one, and goes on watching it.
     *
     * @param settings what the names of the service's settings begin with, for messages
     * @throws IllegalArgumentException if it can't be read, or there is no key at all
     */
    public WatchedKeys(String settings, ApiKeys configured, @Nullable Path file) {
        this.configured = configured;
        this.current = configured;
        if (file != null) {
            read(file);
            watcher.scheduleWithFixedDelay(
                    () -> readAgain(file), PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (current.all().isEmpty()) {
            close();
            throw new IllegalArgumentException("there is no API key, so nobody could get in: name a file of them with"
                    + " %1$s.key-file (dateline keys add makes one), or set %1$s.keys".formatted(settings));
        }
    }

    @Override
    public ApiKeys get() {
        return current;
    }

    @Override
    public void close() {
        watcher.shutdownNow();
    }

    /** A file that is half written or gone for a moment must not lock everybody out: what was read last stands. */
    private void readAgain(Path file) {
        try {
            read(file);
        } catch (IllegalArgumentException e) {
            log.error("{}; the keys that were read before go on", e.getMessage());
        }
    }

    private void read(Path file) {
        byte[] bytes = bytes(file);
        if (Arrays.equals(bytes, lastRead)) {
            return;
        }
        try {
            current = configured.with(ApiKeys.parse(bytes));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the keys in %s: %s".formatted(file, e.getMessage()), e);
        }
        lastRead = bytes;
        log.info("{} API keys are known", current.all().size());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("the keys' file %s does not exist".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the keys' file %s can't be read (%s)".formatted(file, e), e);
        }
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "keys");
        thread.setDaemon(true);
        return thread;
    }
}
