package dev.dateline.system.faults;

import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What faults strike, and what they have in common. */
final class Scene implements AutoCloseable {

    /** A killed process is seldom back at once. */
    private static final int LONGEST_ABSENCE_MILLIS = 2_000;

    private static final int SLOW = 500;

    /** As long as a commit goes on trying. */
    private static final Duration ABSENCE = Duration.ofSeconds(10);

    /** Before they commit, savers may be frozen, or start, or have no broker. */
    private static final Duration PATIENCE_WITH_SAVERS = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final TestedStore store;
    private final Load load;
    private final Strangers strangers;
    private final Random random;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Void>> lasting = new ArrayList<>();
    private final List<String> slow = new ArrayList<>();
    private final Standstill extractors;
    private final Standstill savers;
    private long sentAgain;

    Scene(Cluster cluster, TestedStore store, Load load, Random random) {
        this.cluster = cluster;
        this.store = store;
        this.load = load;
        this.random = random;
        this.strangers = new Strangers(cluster.kafka(), random.nextLong());
        this.extractors = new Standstill(cluster.kafka(), Topics.EXTRACTORS);
        this.savers = new Standstill(cluster.kafka(), Topics.SAVERS);
    }

    Cluster cluster() {
        return cluster;
    }

    TestedStore store() {
        return store;
    }

    Load load() {
        return load;
    }

    Strangers strangers() {
        return strangers;
    }

    Jvm oneOf(List<Jvm> processes) {
        return processes.get(random.nextInt(processes.size()));
    }

    void killAndRestart(Jvm process) {
        Duration absence = Duration.ofMillis(random.nextInt(LONGEST_ABSENCE_MILLIS));
        process.kill();
        meanwhile(() -> {
            Pause.of(absence);
            process.startUnlessAlive();
        });
    }

    void terminateAndRestart(Jvm process) {
        meanwhile(() -> {
            if (process.isAlive()) {
                process.thaw();
                process.terminate();
            }
            process.startUnlessAlive();
        });
    }

    void freeze(Jvm process) {
        process.freeze();
        meanwhile(() -> {
            Pause.of(Fault.LASTING);
            process.thaw();
        });
    }

    /** Sends posts that someone else sends too. */
    void sendAgain(List<String> posts) {
        try (var second = new Load(cluster, posts, 50).start()) {
            while (!second.isDone()) {
                Pause.of(Duration.ofMillis(100));
            }
            addSentAgain(second.accepted() + second.repeats());
        }
    }

    /** Sends {@value SLOW} posts that take long to extract, at once and all into one partition. */
    void sendSlow() {
        List<String> posts = SlowArticles.next(SLOW, random.nextLong());
        try (var load = new Load(cluster, posts, SLOW).start()) {
            while (!load.isDone()) {
                Pause.of(Duration.ofMillis(100));
            }
        }
        synchronized (this) {
            slow.addAll(posts);
        }
    }

    /** The posts of {@link #sendSlow}, each accepted once all faults are over. */
    synchronized List<String> slow() {
        return List.copyOf(slow);
    }

    /** How long a partition was not worked on, at most; measured while posts come to each of them. */
    Map<String, Duration> standstills() {
        return Map.of(Topics.EXTRACTORS, extractors.longest(), Topics.SAVERS, savers.longest());
    }

    /** Does something that takes its time, while other faults strike. */
    void meanwhile(Runnable work) {
        lasting.add(CompletableFuture.runAsync(work, threads));
    }

    /** Returns when all faults are over; what one of them found wrong is thrown here. */
    void awaitEndOfFaults() {
        lasting.forEach(CompletableFuture::join);
        cluster.all().filter(Jvm::wasStarted).forEach(Jvm::thaw);
    }

    /** Returns when a saver says that it waits for the store, or none has anything left to commit. */
    void awaitSaverThatWaits() {
        Logs logs = cluster.logs();
        long before = logs.waitsForStore();
        await().atMost(PATIENCE_WITH_SAVERS)
                .pollDelay(ABSENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> logs.waitsForStore() > before || load.isDone());
    }

    /** Posts that were sent more than once. */
    synchronized long repeats() {
        return sentAgain + load.repeats();
    }

    private synchronized void addSentAgain(long posts) {
        sentAgain += posts;
    }

    @Override
    public void close() {
        threads.shutdown();
        extractors.close();
        savers.close();
        load.close();
        strangers.close();
    }
}
