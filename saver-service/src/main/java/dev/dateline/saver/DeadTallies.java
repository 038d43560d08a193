package dev.dateline.saver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where tallies go that can't be read. Thread-safe. */
final class DeadTallies {

    private static final Logger log = LoggerFactory.getLogger(DeadTallies.class);

    private final Producer<byte[], byte[]> producer;

    DeadTallies(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns when all are acknowledged.
     *
     * @throws KafkaException if one is not; others may lie in the topic, and will do so twice
     */
    void send(List<ProducerRecord<byte[], byte[]>> letters) {
        var sent = new ArrayList<Future<?>>();
        for (ProducerRecord<byte[], byte[]> letter : letters) {
            sent.add(producer.send(letter));
        }
        try {
            for (Future<?> acknowledgement : sent) {
                acknowledgement.get();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not take a dead letter (%s)".formatted(e.getCause()), e.getCause());
        }
        log.warn(
                "{} record(s) could not be read and lie in {} now",
                letters.size(),
                letters.get(0).topic());
    }
}
