package dev.dateline.system.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sends posts at an even pace, each again and again until it is answered 201. Posts that are answered so were accepted. */
final class Load implements AutoCloseable {

    private static final int SENDERS = 8;

    /** Longer than the gateway's own wait for Kafka. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration PAUSE = Duration.ofMillis(300);

    /** What a client that was killed sends again, because it does not know what became of it. */
    private static final int SENT_AGAIN = 50;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI gateway;
    private final List<String> posts;
    private final long nanosEach;
    private final AtomicInteger next = new AtomicInteger();
    /** Behind the last that was ever begun; after a restart {@link #next} is before it. */
    private final AtomicInteger begun = new AtomicInteger();

    private volatile int limit;
    private final AtomicLong slot = new AtomicLong();
    private final AtomicLong tries = new AtomicLong();
    private final BitSet accepted = new BitSet();
    private final List<Thread> senders = new ArrayList<>();

    Load(Cluster cluster, List<String> posts, int perSecond) {
        this.gateway = cluster.gatewayUrl().resolve("/post/enqueue");
        this.posts = posts;
        this.limit = posts.size();
        this.nanosEach = Duration.ofSeconds(1).toNanos() / perSecond;
    }

    synchronized Load start() {
        for (int i = 0; i < SENDERS; i++) {
            var sender = new Thread(this::send, "sender-" + i);
            sender.setDaemon(true);
            sender.start();
            senders.add(sender);
        }
        return this;
    }

    /** No new posts from now on. */
    void enough() {
        limit = begun.get();
    }

    /** Ends it in the middle of what it sends, and begins some posts before. */
    synchronized void restart() {
        close();
        senders.clear();
        int firstOpen;
        synchronized (accepted) {
            firstOpen = accepted.nextClearBit(0);
        }
        next.updateAndGet(index -> Math.max(0, Math.min(Math.min(index, limit) - SENT_AGAIN, firstOpen)));
        start();
    }

    /** The posts that it sent last, for another one to send too. */
    List<String> recent() {
        int index = Math.min(next.get(), limit);
        return posts.subList(Math.max(0, index - SENT_AGAIN), index);
    }

    /** All posts that were begun, each of them accepted once this {@link #isDone()}. */
    List<String> sent() {
        synchronized (accepted) {
            return posts.subList(0, accepted.length());
        }
    }

    /** A sender ends when there is nothing more to begin, and what it began was accepted. */
    synchronized boolean isDone() {
        return senders.stream().noneMatch(Thread::isAlive);
    }

    int accepted() {
        synchronized (accepted) {
            return accepted.cardinality();
        }
    }

    /** Requests beyond the one that each accepted post takes: how often posts were sent again. */
    long repeats() {
        return tries.get() - accepted();
    }

    /** When the next may be sent: never many at once, however long nothing could be. */
    private long nextSlot() {
        return slot.updateAndGet(last -> Math.max(last + nanosEach, System.nanoTime()));
    }

    private void send() {
        for (int index = next.getAndIncrement(); index < limit; index = next.getAndIncrement()) {
            begun.accumulateAndGet(index + 1, Math::max);
            Pause.of(Duration.ofNanos(nextSlot() - System.nanoTime()));
            while (!isAccepted(index)) {
                if (Thread.interrupted()) {
                    return;
                }
                Pause.of(PAUSE);
            }
        }
    }

    private boolean isAccepted(int index) {
        HttpRequest request = HttpRequest.newBuilder(gateway)
                .header("access_token", Cluster.API_KEY)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(posts.get(index)))
                .build();
        tries.incrementAndGet();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 201) {
                synchronized (accepted) {
                    accepted.set(index);
                }
            } else if (status != 503) {
                throw new AssertionError("the gateway answers " + status);
            }
            return status == 201;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        senders.forEach(Thread::interrupt);
        for (Thread sender : senders) {
            try {
                sender.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
