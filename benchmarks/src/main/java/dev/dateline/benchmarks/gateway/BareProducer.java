package dev.dateline.benchmarks.gateway;

import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The same records straight into the topic, with the gateway's settings but for the waiting: what nobody can be faster than. */
final class BareProducer implements Load {

    private final LongAdder done = new LongAdder();
    private final KafkaProducer<String, byte[]> producer;
    private final Thread thread;
    private volatile boolean closed;

    BareProducer(String broker, Articles articles) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
        thread = new Thread(() -> run(articles), "bare-producer");
        thread.start();
    }

    @Override
    public long done() {
        return done.sum();
    }

    @Override
    public void reset() {}

    @Override
    public Duration percentile(double share) {
        return Duration.ZERO;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }

    private void run(Articles articles) {
        for (int i = 0; !closed; i++) {
            var record = new ProducerRecord<>(Topics.POSTS, "benchmark-" + i, articles.get(i));
            producer.send(record, (acknowledged, failure) -> {
                if (failure == null) {
                    done.increment();
                }
            });
        }
    }
}
