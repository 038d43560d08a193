package dev.dateline.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that post without a pause until they are told to end. */
final class SteadyLoad {

    private final ExecutorService threads;
    private final List<Future<Void>> clients = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final long begin = System.nanoTime();
    private volatile String key;
    private volatile boolean ended;

    SteadyLoad(int port, String key, int connections) {
        this.key = key;
        threads = Executors.newFixedThreadPool(connections);
        for (int i = 0; i < connections; i++) {
            clients.add(threads.submit(() -> run(port)));
        }
    }

    /** Goes on with another key. */
    void use(String otherKey) {
        key = otherKey;
    }

    long done() {
        return done.get();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** How often each status was answered. */
    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** The ids that were answered 201; fails if a connection did. */
    Set<String> end() throws Exception {
        ended = true;
        for (Future<Void> client : clients) {
            client.get();
        }
        threads.shutdown();
        return taken;
    }

    private Void run(int port) throws IOException {
        try (var connection = new PostConnection(port)) {
            while (!ended) {
                String id = "load-" + number.incrementAndGet();
                int status = connection.post(key, id);
                statuses.merge(status, 1, Integer::sum);
                if (status == 201) {
                    taken.add(id);
                }
                done.incrementAndGet();
            }
        }
        return null;
    }
}
