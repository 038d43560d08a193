package dev.dateline.saver;

import dev.dateline.store.CountStore;
import dev.dateline.store.StoreOpener;
import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The saver's threads: one waits for broker and store, then starts the loops. Starting returns at once, so that a service whose
 * store is away shows in health, and can be ended.
 */
final class Savers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Savers.class);

    /** For the store to answer and the loops to leave the group; then what is open is left to the end of the process. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final KafkaClients kafka;
    private final StoreOpener<CountStore> storeOpener;
    private final TopicSizes topics;
    private final int concurrency;
    private final Duration linger;
    private final Consumer<Throwable> onFailure;
    private final List<SaverLoop> loops = new CopyOnWriteArrayList<>();
    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Savers::daemon);
    private final Thread starter = daemon(this::open);
    private volatile boolean running;
    private volatile @Nullable String trouble = "waits for Kafka and the store";

    /**
     * Savers that do nothing yet.
     *
     * @param onFailure told why, when one can't go on
     */
    Savers(
            KafkaClients kafka,
            StoreOpener<CountStore> storeOpener,
            TopicSizes topics,
            int concurrency,
            Duration linger,
            Consumer<Throwable> onFailure) {
        this.kafka = kafka;
        this.storeOpener = storeOpener;
        this.topics = topics;
        this.concurrency = concurrency;
        this.linger = linger;
        this.onFailure = onFailure;
    }

    @Override
    public void start() {
        running = true;
        starter.start();
    }

    @Override
    public void stop() {
        running = false;
        starter.interrupt();
        loops.forEach(SaverLoop::stop);
        threads.shutdown();
        try {
            if (threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                opened.forEach(Savers::close);
            } else {
                log.warn("the store does not answer: the commit in hand is dropped, the ledger knows if it happened");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** What keeps them from saving, null if nothing does. */
    @Nullable
    String trouble() {
        return trouble != null
                ? trouble
                : loops.stream()
                        .map(SaverLoop::trouble)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private void open() {
        try {
            kafka.topicSetup().ensure(List.of(topics.processed(), topics.processedDead()));
            CountStore store = storeOpener.open();
            opened.addFirst(store);
            Admin admin = kafka.admin();
            opened.addFirst(() -> admin.close(Duration.ZERO));
            Producer<byte[], byte[]> producer = kafka.producer();
            opened.addFirst(() -> producer.close(Duration.ZERO));
            var shared = new PartitionSaver.Shared(
                    store, new TopicRanges(admin)::of, new DeadTallies(producer)::send, linger);
            for (int i = 0; i < concurrency; i++) {
                var loop = new SaverLoop(kafka.consumer(), shared, this::fail);
                loops.add(loop);
                threads.execute(loop);
            }
            trouble = null;
        } catch (InterruptedException | InterruptException e) {
            log.debug("stopped while waiting", e);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void fail(Throwable e) {
        if (running) {
            // One reason is enough: the other loops would come to the same.
            loops.forEach(SaverLoop::stop);
            onFailure.accept(e);
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log.debug("closing failed", e);
        }
    }

    private static Thread daemon(Runnable task) {
        var thread = new Thread(task, "saver");
        thread.setDaemon(true);
        return thread;
    }
}
