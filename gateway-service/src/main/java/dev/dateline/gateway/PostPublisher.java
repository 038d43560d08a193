package dev.dateline.gateway;

import dev.dateline.model.EncodedPost;
import dev.dateline.model.Topics;
import dev.dateline.topics.RecordVersion;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts posts into the topic. What it reports as done, Kafka has acknowledged. Never waits: Kafka's client must not block. */
final class PostPublisher {

    private static final Logger log = LoggerFactory.getLogger(PostPublisher.class);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Backlog backlog;
    private final GatewaySettings.Room room;
    private final ApplicationAvailability availability;
    private final GatewayMetrics metrics;
    private volatile boolean acknowledging = true;

    /** What became of a post: told once, by a thread of Kafka's client or at once. */
    @FunctionalInterface
    interface Outcome {

        /** Null if Kafka holds it. */
        void is(@Nullable Refusal refusal);
    }

    PostPublisher(
            KafkaTemplate<String, byte[]> kafka,
            Backlog backlog,
            GatewaySettings.Room room,
            ApplicationAvailability availability,
            GatewayMetrics metrics) {
        this.kafka = kafka;
        this.backlog = backlog;
        this.room = room;
        this.availability = availability;
        this.metrics = metrics;
    }

    /**
     * Says at once what would only take longer later.
     *
     * @throws Refusal if no post makes sense now
     */
    void requireReady() {
        // Earlier, a broker that makes topics by itself would make this one as it likes.
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            throw Refusal.notReady();
        }
        if (room.isShort()) {
            throw Refusal.noRoom();
        }
        if (!backlog.hasRoom()) {
            throw Refusal.overloaded("Kafka is slower than posts come in, or away");
        }
    }

    /** Whether a stream may go on; otherwise it had better wait. */
    boolean hasRoomForStreams() {
        return backlog.hasRoomForStreams() && !room.isShort();
    }

    /**
     * Tells the outcome when Kafka holds the post, or gave it up within the producer's time. Not to be cancelled: what is on
     * its way goes on, and counts as that.
     */
    void publish(EncodedPost post, Outcome outcome) {
        int size = post.json().length;
        Backlog.Entry entry = backlog.enter(size);
        var record = RecordVersion.mark(new ProducerRecord<>(Topics.POSTS, post.id(), post.json()));
        send(record).whenComplete((sent, failure) -> {
            long nanos = backlog.leave(entry, failure == null);
            try {
                if (failure == null) {
                    metrics.accepted(size, nanos);
                    acknowledged();
                } else {
                    notAcknowledged(failure);
                }
            } finally {
                // Whatever happens to our own books: the client waits for this.
                outcome.is(failure == null ? null : Refusal.notAcknowledged(post.id()));
            }
        });
    }

    /** A producer that is closed, because the process ends, says so with an {@link IllegalStateException}. */
    private CompletableFuture<?> send(ProducerRecord<String, byte[]> record) {
        try {
            return kafka.send(record);
        } catch (KafkaException | org.apache.kafka.common.KafkaException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void acknowledged() {
        if (!acknowledging) {
            acknowledging = true;
            log.info("Kafka acknowledges posts again");
        }
    }

    /** One line in the log an outage, not one a post. */
    private void notAcknowledged(Throwable failure) {
        if (acknowledging) {
            acknowledging = false;
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
            log.warn("Kafka does not acknowledge posts, they are answered 503: {}", cause.toString());
        }
    }
}
