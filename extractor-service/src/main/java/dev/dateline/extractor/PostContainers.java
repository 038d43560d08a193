package dev.dateline.extractor;

import dev.dateline.topics.CannotGoOnException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** The consumers, a thread each: started and stopped together, and never quietly fewer. */
final class PostContainers implements ApplicationRunner, SmartLifecycle, HealthIndicator {

    private final TopicCheck topics;
    private final List<KafkaMessageListenerContainer<byte[], byte[]>> containers;
    private final Ending ending;

    PostContainers(
            TopicCheck topics,
            int threads,
            IntFunction<KafkaMessageListenerContainer<byte[], byte[]>> container,
            Ending ending) {
        this.topics = topics;
        this.containers = IntStream.range(0, threads).mapToObj(container).toList();
        this.ending = ending;
    }

    /** Once the context is up, so that its health answers while Kafka is waited for. */
    @Override
    public void run(ApplicationArguments arguments) {
        try {
            topics.check();
            start();
        } catch (CannotGoOnException e) {
            ending.end(e);
        }
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    @Override
    public void start() {
        containers.forEach(KafkaMessageListenerContainer::start);
    }

    @Override
    public void stop() {
        ending.begin();
        var stopped = new CountDownLatch(containers.size());
        containers.forEach(container -> container.stop(stopped::countDown));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(KafkaMessageListenerContainer::isRunning);
    }

    /** A consumer that stops by itself (refused by the broker, say) must not leave its partitions to nobody. */
    @EventListener
    void stopped(ConsumerStoppedEvent event) {
        if (event.getReason() != ConsumerStoppedEvent.Reason.NORMAL) {
            ending.end(new CannotGoOnException(
                    "a consumer of posts stopped (%s); the log says why".formatted(event.getReason())));
        }
    }

    @Override
    public Health health() {
        long running = containers.stream()
                .filter(KafkaMessageListenerContainer::isRunning)
                .count();
        return (running == containers.size() && !ending.hasBegun() ? Health.up() : Health.down())
                .withDetail("consumers", "%d of %d".formatted(running, containers.size()))
                .build();
    }
}
