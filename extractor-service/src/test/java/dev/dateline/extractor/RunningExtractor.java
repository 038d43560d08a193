package dev.dateline.extractor;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import dev.dateline.model.PublicationTally;
import dev.dateline.model.TallyJson;
import dev.dateline.model.Topics;
import dev.dateline.recognition.EntityRecognizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** An extractor against a broker of the test's, with what a test does at both its ends. */
final class RunningExtractor implements AutoCloseable {

    /** Loaded once for all: loading takes longer than all the rest of a start, and what it knows never changes. */
    private static final EntityRecognizer RECOGNIZER = EntityRecognizer.load();

    private final String brokers;
    private final ConfigurableApplicationContext context;
    private final KafkaProducer<byte[], byte[]> producer;

    RunningExtractor(String brokers) {
        this(brokers, 1);
    }

    /** With more beans than its own. Two threads take several rebalances, of a heartbeat each, until they have settled. */
    RunningExtractor(String brokers, int threads, Class<?>... more) {
        this.brokers = brokers;
        this.context = new SpringApplicationBuilder(ExtractorService.class)
                .sources(more)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("entityRecognizer", EntityRecognizer.class, () -> RECOGNIZER))
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.name=extractor-service",
                        "--spring.main.allow-bean-definition-overriding=true",
                        "--spring.kafka.bootstrap-servers=" + brokers,
                        "--dateline.extractor.transaction-prefix=test-",
                        "--dateline.extractor.partitions=4",
                        "--dateline.extractor.concurrency=" + threads,
                        "--dateline.extractor.batch-size=20",
                        "--dateline.extractor.linger=50ms");
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer());
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    void post(String id, String publication, String content) {
        send(id, PostJson.write(new Post(id, publication, content, null, null, null)));
    }

    void send(String key, byte[] value) {
        sendVersion("1", key, value);
    }

    void sendVersion(String version, String key, byte[] value) {
        var record = new ProducerRecord<>(Topics.POSTS, key.getBytes(StandardCharsets.UTF_8), value);
        record.headers().add("v", version.getBytes(StandardCharsets.UTF_8));
        producer.send(record);
        producer.flush();
    }

    /** The committed tallies of a publication. */
    List<PublicationTally> tallies(String publication) {
        return committed(Topics.PROCESSED, record -> TallyJson.read(record.value())).stream()
                .filter(tally -> tally.publication().equals(publication))
                .toList();
    }

    long articles(String publication) {
        return tallies(publication).stream()
                .mapToLong(PublicationTally::articles)
                .sum();
    }

    Map<String, Long> mentions(String publication) {
        var mentions = new HashMap<String, Long>();
        tallies(publication)
                .forEach(tally -> tally.entities()
                        .forEach(entity -> mentions.merge(entity.word(), entity.mentions(), Long::sum)));
        return mentions;
    }

    /** All that is committed in a topic now. */
    <T> List<T> committed(String topic, Function<ConsumerRecord<byte[], byte[]>, T> read) {
        var deserializer = new ByteArrayDeserializer();
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
            List<TopicPartition> partitions = IntStream.range(0, 4)
                    .mapToObj(p -> new TopicPartition(topic, p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var records = new ArrayList<T>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> records.add(read.apply(record)));
            }
            return records;
        }
    }

    @Override
    public void close() {
        producer.close();
        context.close();
    }
}
