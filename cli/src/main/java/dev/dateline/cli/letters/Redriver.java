package dev.dateline.cli.letters;

import dev.dateline.cli.console.Failure;
import dev.dateline.model.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/**
 * Sends dead letters back to be processed. Posts and the group's offsets move in one transaction, a few hundred at a time, so
 * that each letter is sent back once however often this is killed and begun again. Not thread-safe.
 */
public final class Redriver implements AutoCloseable {

    private final Kafka kafka;
    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final LetterBox box;

    /**
     * What became of the letters.
     *
     * @param redriven sent back
     * @param tooLarge that can't be: of them only a note lies here
     */
    public record Outcome(long redriven, long tooLarge) {

        @Override
        public String toString() {
            String left = tooLarge == 0 ? "" : ", left out %d that are too large for any topic".formatted(tooLarge);
            return "redriven %d%s".formatted(redriven, left);
        }
    }

    Redriver(Kafka kafka, Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
        this.kafka = kafka;
        this.consumer = consumer;
        this.producer = producer;
        this.box = new LetterBox(consumer);
    }

    /** One that connects at its first use. */
    public static Redriver connect(Kafka kafka) {
        try {
            return new Redriver(kafka, kafka.consumer(), kafka.redriver());
        } catch (KafkaException e) {
            throw kafka.failure(e);
        }
    }

    /**
     * Sends the wanted letters back that were not yet.
     *
     * @param sent told now and then how many were
     * @throws Failure if Kafka does not answer, or another redriver began meanwhile
     */
    public Outcome redrive(Predicate<DeadLetter> wanted, LongConsumer sent) {
        try {
            // Decides what a killed one left undecided, and stops one that runs: only then the offsets stand still.
            producer.initTransactions();
            List<TopicPartition> partitions = box.partitions(Topics.POSTS_DEAD);
            Map<TopicPartition, Redriven> start = box.redriven(partitions);
            long redriven = 0;
            long tooLarge = 0;
            for (TopicPartition partition : partitions) {
                Redriven before = Objects.requireNonNull(start.get(partition));
                var run = new PartitionRedrive(producer, partition, before, wanted);
                long soFar = redriven;
                box.read(partition, before.before(), letter -> {
                    run.add(letter);
                    sent.accept(soFar + run.redriven());
                    return true;
                });
                run.commit();
                redriven += run.redriven();
                tooLarge += run.tooLarge();
            }
            return new Outcome(redriven, tooLarge);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw Failure.failed("another redrive has begun, this one ends; each post is sent back once", e);
        } catch (KafkaException e) {
            throw kafka.failure(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}
