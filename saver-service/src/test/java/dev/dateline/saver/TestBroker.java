package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker for all tests of this JVM, with topics made anew for each. */
final class TestBroker {

    static final int PARTITIONS = 4;
    static final TopicSizes SIZES = new TopicSizes(PARTITIONS, (short) 1);

    private static final TestBroker INSTANCE = new TestBroker();

    private final String address;
    private final Admin admin;
    private Producer<byte[], byte[]> producer;

    private TestBroker() {
        var broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS);
        broker.brokerProperties(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "offsets.topic.num.partitions", "1"));
        broker.afterPropertiesSet();
        address = broker.getBrokersAsString();
        admin = Admin.create(Map.of("bootstrap.servers", address));
        producer = newProducer();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
    }

    /** The broker with topics that hold nothing. */
    static TestBroker withNewTopics() throws Exception {
        INSTANCE.producer.close();
        INSTANCE.makeTopics();
        INSTANCE.producer = INSTANCE.newProducer();
        return INSTANCE;
    }

    String address() {
        return address;
    }

    KafkaClients clients() {
        var properties = new KafkaProperties();
        properties.setBootstrapServers(List.of(address));
        return new KafkaClients(properties, new UnsavedTallies(false), new SaverMetrics(new SimpleMeterRegistry()));
    }

    /** One transaction: its records, and a marker in each partition. */
    void commit(List<ProducerRecord<byte[], byte[]>> records) {
        transaction(records, true);
    }

    void commit(int partition, PublicationTally... tallies) {
        commit(Arrays.stream(tallies)
                .map(tally -> Tallies.toSend(partition, tally))
                .toList());
    }

    void commit(int partition, String value) {
        commit(List.of(new ProducerRecord<>(Topics.PROCESSED, partition, "k".getBytes(), value.getBytes())));
    }

    /** A transaction that readers of what is committed see nothing of. */
    void abort(int partition, PublicationTally... tallies) {
        transaction(
                Arrays.stream(tallies)
                        .map(tally -> Tallies.toSend(partition, tally))
                        .toList(),
                false);
    }

    String topicId() throws Exception {
        return admin.describeTopics(List.of(Topics.PROCESSED))
                .allTopicNames()
                .get()
                .get(Topics.PROCESSED)
                .topicId()
                .toString();
    }

    long end(int partition) throws Exception {
        var asked = new TopicPartition(Topics.PROCESSED, partition);
        return admin.listOffsets(Map.of(asked, OffsetSpec.latest()))
                .partitionResult(asked)
                .get()
                .offset();
    }

    long groupOffset(int partition) throws Exception {
        var offset = admin.listConsumerGroupOffsets(Topics.SAVERS)
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(Topics.PROCESSED, partition));
        return offset == null ? -1 : offset.offset();
    }

    void deleteBefore(int partition, long offset) throws Exception {
        admin.deleteRecords(
                        Map.of(new TopicPartition(Topics.PROCESSED, partition), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
    }

    List<ConsumerRecord<byte[], byte[]>> deadLetters() throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", address);
        var letters = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = new ArrayList<TopicPartition>();
            for (int i = 0; i < PARTITIONS; i++) {
                partitions.add(new TopicPartition(Topics.PROCESSED_DEAD, i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            }
        }
        return letters;
    }

    private void transaction(List<ProducerRecord<byte[], byte[]>> records, boolean isCommitted) {
        producer.beginTransaction();
        records.forEach(producer::send);
        producer.flush();
        if (isCommitted) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private void makeTopics() throws Exception {
        Set<String> names = admin.listTopics().names().get();
        List<String> old = Stream.of(Topics.PROCESSED, Topics.PROCESSED_DEAD)
                .filter(names::contains)
                .toList();
        admin.deleteTopics(old).all().get();
        admin.createTopics(List.of(SIZES.processed(), SIZES.processedDead()))
                .all()
                .get();
    }

    /** A new one for new topics: it counts what it sent to each. */
    private Producer<byte[], byte[]> newProducer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                address,
                "transactional.id",
                UUID.randomUUID().toString());
        var made = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        made.initTransactions();
        return made;
    }
}
