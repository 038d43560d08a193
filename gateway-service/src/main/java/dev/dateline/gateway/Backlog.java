package dev.dateline.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The posts that Kafka has not acknowledged yet, and whether more of them make sense. Their age is told by a marker: one post
 * at a time whose way is timed, the next one begins when it is through.
 */
final class Backlog {

    /** New work is refused within a second, so what is under way must not be older. */
    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private final long maxBytes;
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicReference<@Nullable Entry> marker = new AtomicReference<>();
    private volatile boolean acknowledging = true;

    /** A post on its way. */
    record Entry(long begin, int bytes) {}

    /** Holds posts of {@code maxBytes} together, and one more. */
    Backlog(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether a post would have its answer soon. Once Kafka gave one up there is none, until {@link #resume}. */
    boolean hasRoom() {
        return hasRoom(maxBytes);
    }

    /** Streams leave half of it to single posts: they can wait, and would take it all. */
    boolean hasRoomForStreams() {
        return hasRoom(maxBytes / 2);
    }

    private boolean hasRoom(long most) {
        Entry oldest = marker.get();
        boolean prompt = oldest == null || System.nanoTime() - oldest.begin < MAX_AGE_NANOS;
        return acknowledging && prompt && bytes.get() < most;
    }

    Entry enter(int size) {
        posts.incrementAndGet();
        bytes.addAndGet(size);
        var entry = new Entry(System.nanoTime(), size);
        if (marker.get() == null) {
            marker.compareAndSet(null, entry);
        }
        return entry;
    }

    /** The post is through, or given up. Answers how long that took, in nanoseconds. */
    long leave(Entry entry, boolean acknowledged) {
        posts.decrementAndGet();
        bytes.addAndGet(-entry.bytes);
        if (acknowledging != acknowledged) {
            acknowledging = acknowledged;
        }
        if (marker.get() == entry) {
            marker.set(null);
        }
        return System.nanoTime() - entry.begin;
    }

    /** Whether Kafka acknowledged the last post that it said anything about. */
    boolean isAcknowledging() {
        return acknowledging;
    }

    /** Kafka may acknowledge posts again. */
    void resume() {
        acknowledging = true;
    }

    /** On their way now. */
    long posts() {
        return posts.get();
    }
}
