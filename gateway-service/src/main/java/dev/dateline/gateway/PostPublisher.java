package dev.dateline.gateway;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import dev.dateline.model.Topics;
import dev.dateline.topics.RecordVersion;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.KafkaTemplate;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Puts posts into the topic. What it reports as done, Kafka has acknowledged. */
final class PostPublisher {

    private static final Logger log = LoggerFactory.getLogger(PostPublisher.class);

    /** The client has waited already; a broker that restarts takes some seconds. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final KafkaTemplate<String, byte[]> kafka;
    private final Scheduler senders;
    private final Duration timeout;
    private final ApplicationAvailability availability;
    private final AtomicBoolean acknowledging = new AtomicBoolean(true);

    /** Calls Kafka's client on the senders' threads: it blocks while no broker can be found. */
    PostPublisher(
            KafkaTemplate<String, byte[]> kafka,
            Scheduler senders,
            Duration timeout,
            ApplicationAvailability availability) {
        this.kafka = kafka;
        this.senders = senders;
        this.timeout = timeout;
        this.availability = availability;
    }

    /** Completes when Kafka holds the post; otherwise fails with a {@link Refusal} within the timeout. */
    Mono<Void> publish(Post post) {
        // Earlier, a broker that makes topics by itself would make this one as it likes.
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            return Mono.error(Refusal.unavailable("the gateway is not ready: it waits for Kafka, or ends", RETRY));
        }
        var record = RecordVersion.mark(new ProducerRecord<>(Topics.POSTS, post.id(), PostJson.write(post)));
        return Mono.defer(() -> Mono.fromFuture(kafka.send(record)))
                .subscribeOn(senders)
                .map(acknowledged -> Optional.<Throwable>empty())
                // From here on a value: Reactor would log an error that comes after the timeout, each with its stack.
                .onErrorResume(failure -> Mono.just(Optional.of(failure)))
                .timeout(timeout, Mono.fromSupplier(() -> Optional.of(new TimeoutException("no answer in " + timeout))))
                .flatMap(failure -> failure.isEmpty() ? acknowledged() : notAcknowledged(post, failure.get()));
    }

    private Mono<Void> acknowledged() {
        if (!acknowledging.get() && acknowledging.compareAndSet(false, true)) {
            log.info("Kafka acknowledges posts again");
        }
        return Mono.empty();
    }

    /** One line in the log an outage, not one a post. */
    private Mono<Void> notAcknowledged(Post post, Throwable failure) {
        if (acknowledging.compareAndSet(true, false)) {
            Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
            log.warn("Kafka does not acknowledge posts, they are answered 503: {}", cause.toString());
        }
        return Mono.error(Refusal.notAcknowledged(post, RETRY));
    }
}
