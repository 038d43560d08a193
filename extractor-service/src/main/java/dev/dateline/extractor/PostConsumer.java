package dev.dateline.extractor;

import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** A thread that reads posts, and what keeps it on its way. */
record PostConsumer(KafkaMessageListenerContainer<byte[], byte[]> container, Recovery recovery) {

    /** Once nobody has to wait for what a process before this one left behind. */
    void start() {
        recovery.takeOver();
        container.start();
    }

    boolean isRunning() {
        return container.isRunning();
    }
}
