package dev.dateline.standalone;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** The services, each in a Spring context of its own: started side by side, ended one after the other. */
final class RunningServices {

    private static final Logger log = LoggerFactory.getLogger(RunningServices.class);

    /** Four of them and the broker's 3 s fit into the 10 s that a SIGTERM may take. */
    private static final Duration PATIENCE_EACH = Duration.ofMillis(1_500);

    private final Map<Service, ConfigurableApplicationContext> contexts = new EnumMap<>(Service.class);
    private final CompletableFuture<String> failure = new CompletableFuture<>();
    private final ExecutorService starters =
            Executors.newFixedThreadPool(Service.values().length, RunningServices::starter);
    private boolean closed;

    /** Begins to make all of them; each goes to work when the broker has started. Completes when all work. */
    CompletableFuture<Void> start(ServiceSettings settings, CompletableFuture<?> broker) {
        return CompletableFuture.allOf(Arrays.stream(Service.values())
                .map(service -> CompletableFuture.runAsync(() -> start(service, settings, broker), starters))
                .toArray(CompletableFuture<?>[]::new));
    }

    /** Completes with a line that names the service, when one can't start or can't go on. */
    CompletableFuture<String> failure() {
        return failure;
    }

    /** Where a web service listens. */
    int port(Service service) {
        return running(service).getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** Ends those that run, and those that still start as soon as they have. */
    void close() {
        for (Service service : Service.values()) {
            ConfigurableApplicationContext context = take(service);
            if (context != null) {
                Ending.within(PATIENCE_EACH, service.toString(), context);
            }
        }
        starters.shutdownNow();
    }

    private void start(Service service, ServiceSettings settings, CompletableFuture<?> broker) {
        try {
            ConfigurableApplicationContext context = ServiceContexts.of(service, broker, cause -> fail(service, cause))
                    .run(settings.of(service));
            if (!keep(service, context)) {
                context.close();
            }
        } catch (RuntimeException | LinkageError e) {
            fail(service, e);
        }
    }

    private void fail(Service service, Object cause) {
        Throwable problem = cause instanceof Throwable it ? it : null;
        String line = "%s: %s".formatted(service, problem == null ? cause : OneLine.of(problem));
        if (failure.complete(line)) {
            log.error(line, problem);
        }
    }

    private synchronized boolean keep(Service service, ConfigurableApplicationContext context) {
        if (!closed) {
            contexts.put(service, context);
        }
        return !closed;
    }

    private synchronized @Nullable ConfigurableApplicationContext take(Service service) {
        closed = true;
        return contexts.remove(service);
    }

    private synchronized ConfigurableApplicationContext running(Service service) {
        ConfigurableApplicationContext context = contexts.get(service);
        if (context == null) {
            throw new IllegalStateException(service + " does not run");
        }
        return context;
    }

    private static Thread starter(Runnable start) {
        Thread thread = new Thread(start, "start");
        // What still waits for a store must not keep a process that gave up.
        thread.setDaemon(true);
        return thread;
    }
}
