package dev.dateline.benchmarks.explorer;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** Many who watch live at once. */
final class LiveListeners {

    private static final int LISTENERS = 200;
    private static final Duration ROUND = Duration.ofSeconds(20);
    private static final int ROUNDS = 4;

    private LiveListeners() {}

    /** Prints what they heard and the memory that this process holds after a collection, round by round. */
    static void measure(URI explorer, LongSupplier looks) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        var events = new LongAdder();
        long before = used();
        List<CompletableFuture<?>> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(explorer + "/api/v1/live"))
                    .build();
            listeners.add(client.sendAsync(request, BodyHandlers.ofLines())
                    .thenAcceptAsync(
                            answer -> answer.body()
                                    .filter(line -> line.startsWith("data:"))
                                    .forEach(line -> events.increment()),
                            task -> new Thread(task).start()));
        }
        System.out.println("| s | events | looks at the store | heap MB more than before |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int round = 1; round <= ROUNDS; round++) {
            Thread.sleep(ROUND.toMillis());
            System.out.printf(
                    "| %d | %,d | %d | %.1f |%n",
                    round * ROUND.toSeconds(), events.sum(), looks.getAsLong(), (used() - before) / 1e6);
        }
        listeners.forEach(listener -> listener.cancel(true));
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
