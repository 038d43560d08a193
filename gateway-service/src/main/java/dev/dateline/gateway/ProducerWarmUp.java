package dev.dateline.gateway;

import dev.dateline.model.Topics;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.springframework.kafka.core.ProducerFactory;

/** Waits until the producer knows where the topic is: as it never blocks, it would refuse the first posts otherwise. */
final class ProducerWarmUp {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ProducerFactory<String, byte[]> producers;

    ProducerWarmUp(ProducerFactory<String, byte[]> producers) {
        this.producers = producers;
    }

    /** Returns when it knows. */
    void await() throws InterruptedException {
        try (Producer<String, byte[]> producer = producers.createProducer()) {
            while (!knowsTopic(producer)) {
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    /** Asking makes it ask. */
    private static boolean knowsTopic(Producer<String, byte[]> producer) {
        try {
            return !producer.partitionsFor(Topics.POSTS).isEmpty();
        } catch (TimeoutException e) {
            return false;
        }
    }
}
