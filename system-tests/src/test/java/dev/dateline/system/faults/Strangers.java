package dev.dateline.system.faults;

import dev.dateline.model.PublicationTally;
import dev.dateline.model.TallyJson;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Programs that write to the topics directly, and badly. */
final class Strangers implements AutoCloseable {

    private static final List<String> POISON = List.of(
            "no JSON at all",
            "{\"publication\": \"Poison\"}",
            "{\"publication\": \"Poison\", \"content\": 7}",
            "[]",
            "{\"publication\": \"Poison\", \"content\": \"%s\"}".formatted("too long. ".repeat(40_000)),
            // Compressed it is small enough for the topic, and as a dead letter it is not.
            "{\"publication\": \"Poison\", \"content\": \"%s\"}".formatted("a bomb. ".repeat(500_000)));

    private static final int PATIENCE_MILLIS = 300_000;

    private final String kafka;
    private final long seed;
    private final AtomicLong poison = new AtomicLong();
    private final AtomicLong transactions = new AtomicLong();
    private final List<Producer<byte[], byte[]>> abandoned = new ArrayList<>();

    Strangers(String kafka, long seed) {
        this.kafka = kafka;
        this.seed = seed;
    }

    /** Posts that can't be processed, some under ids that real ones have too. Returns when the broker has them. */
    void sendPoison() {
        var answers = new ArrayList<Future<?>>();
        try (var producer = producer(Map.of("compression.type", "zstd", "max.request.size", 16_000_000))) {
            for (int i = 0; i < POISON.size(); i++) {
                byte[] key = ("load-" + i).getBytes(StandardCharsets.US_ASCII);
                byte[] value = POISON.get(i).getBytes(StandardCharsets.UTF_8);
                answers.add(producer.send(new ProducerRecord<>(Topics.POSTS, key, value)));
            }
            for (Future<?> answer : answers) {
                answer.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        poison.addAndGet(POISON.size());
    }

    /** How many dead letters that makes. */
    long poison() {
        return poison.get();
    }

    /** Tallies and ids that must never count. */
    void abort() {
        try (var producer = begun()) {
            producer.abortTransaction();
        }
    }

    /** The same, and nobody says that they don't count: the broker finds out by itself. */
    void abandon() {
        synchronized (abandoned) {
            abandoned.add(begun());
        }
    }

    private Producer<byte[], byte[]> begun() {
        var producer = producer(Map.of(
                "transactional.id",
                "stranger-%d-%d".formatted(seed, transactions.getAndIncrement()),
                "transaction.timeout.ms",
                5_000));
        producer.initTransactions();
        producer.beginTransaction();
        for (int partition = 0; partition < Cluster.PARTITIONS; partition++) {
            byte[] tally = TallyJson.write(new PublicationTally("Never counted", 1, List.of()));
            producer.send(new ProducerRecord<>(Topics.PROCESSED, partition, new byte[0], tally));
            byte[] id = "load-%d".formatted(partition).getBytes(StandardCharsets.US_ASCII);
            producer.send(new ProducerRecord<>(Topics.POSTS_SEEN, partition, id, new byte[0]));
        }
        producer.flush();
        return producer;
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka);
        settings.put("acks", "all");
        // Two at once, of which a broker that has just started takes the second only, would wait for each other
        // (KAFKA-14359).
        settings.put("max.in.flight.requests.per.connection", 1);
        // The broker may be away for long.
        settings.put("max.block.ms", PATIENCE_MILLIS);
        settings.put("delivery.timeout.ms", PATIENCE_MILLIS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public void close() {
        synchronized (abandoned) {
            abandoned.forEach(producer -> producer.close(Duration.ZERO));
        }
    }
}
