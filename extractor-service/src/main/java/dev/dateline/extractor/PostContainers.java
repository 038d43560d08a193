package dev.dateline.extractor;

import dev.dateline.topics.CannotGoOnException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/** The consumers, a thread each: started and stopped together, and never quietly fewer. */
final class PostContainers implements ApplicationRunner, SmartLifecycle, HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(PostContainers.class);

    /**
     * For the post in hand to be recognised, its batch to be given up and the group to be left. Where Kafka does not answer, each
     * step of a transaction would be waited for, up to 10 s each, and this process is to be gone within 10 s in all. (The standalone,
     * which has four services to end, waits less.)
     */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final TopicCheck topics;
    private final List<PostConsumer> consumers;
    private final Ending ending;

    PostContainers(TopicCheck topics, int threads, IntFunction<PostConsumer> consumer, Ending ending) {
        this.topics = topics;
        this.consumers = IntStream.range(0, threads).mapToObj(consumer).toList();
        this.ending = ending;
    }

    /** Once the context is up, so that its health answers while Kafka is waited for. */
    @Override
    public void run(ApplicationArguments arguments) {
        try {
            topics.check();
            start();
        } catch (CannotGoOnException | AuthenticationException | AuthorizationException e) {
            ending.end(e);
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** Once nobody has to wait for what a process before this one left behind. */
    @Override
    public void start() {
        consumers.forEach(consumer -> consumer.recovery().takeOver());
        if (!ending.hasBegun()) {
            consumers.forEach(consumer -> consumer.container().start());
        }
    }

    /** What does not end in time ends with the process, as if it had been killed: nothing is lost or doubled by that. */
    @Override
    public void stop() {
        ending.begin();
        var stopped = new CountDownLatch(consumers.size());
        consumers.forEach(consumer -> consumer.container().stop(stopped::countDown));
        try {
            if (!stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn(
                        "ending without consumers that have not ended within {} s: Kafka does not answer, or a post takes long; "
                                + "the next extractor begins where their batches began",
                        PATIENCE.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return consumers.stream().anyMatch(PostConsumer::isRunning);
    }

    /** A consumer that stops by itself (refused by the broker, say) must not leave its partitions to nobody. */
    @EventListener
    void stopped(ConsumerStoppedEvent event) {
        if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            ending.end(new CannotGoOnException(
                    "a consumer of posts stopped (%s); the log says why".formatted(event.getReason())));
        }
    }

    /** Up only while every consumer runs, and none of them tries in vain. */
    @Override
    public Health health() {
        long running = consumers.stream().filter(PostConsumer::isRunning).count();
        List<String> troubles = consumers.stream()
                .map(consumer -> consumer.recovery().trouble())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean isUp = running == consumers.size() && troubles.isEmpty() && !ending.hasBegun();
        Health.Builder health = (isUp ? Health.up() : Health.down())
                .withDetail("consumers", "%d of %d".formatted(running, consumers.size()));
        return (troubles.isEmpty() ? health : health.withDetail("troubles", troubles)).build();
    }
}
