package dev.dateline.extractor;

import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** A thread that reads posts, and what keeps it on its way. */
record PostConsumer(KafkaMessageListenerContainer<byte[], byte[]> container, Recovery recovery) {

    boolean isRunning() {
        return container.isRunning();
    }
}
