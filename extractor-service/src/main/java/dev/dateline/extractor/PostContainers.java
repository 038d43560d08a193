package dev.dateline.extractor;

import dev.dateline.topics.CannotGoOnException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;

/** The consumers, a thread each: started and stopped together, and never quietly fewer. */
final class PostContainers implements ApplicationRunner, SmartLifecycle, HealthIndicator {

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

    @Override
    public void stop() {
        ending.begin();
        var stopped = new CountDownLatch(consumers.size());
        consumers.forEach(consumer -> consumer.container().stop(stopped::countDown));
        try {
            stopped.await();
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
