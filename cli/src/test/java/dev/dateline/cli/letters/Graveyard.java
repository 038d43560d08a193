package dev.dateline.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import dev.dateline.topics.DeadLetters;
import dev.dateline.topics.TopicSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Topics of two partitions for a test, to put letters into and to see what was sent back. */
public final class Graveyard implements AutoCloseable {

    private static final TopicSizes SIZES = new TopicSizes(2, (short) 1);
    private static final List<String> TOPICS = List.of(Topics.POSTS, Topics.POSTS_DEAD, Topics.PROCESSED_DEAD);

    private final Map<String, Object> settings;
    private final Admin admin;
    private final Producer<byte[], byte[]> producer;

    public Graveyard(String brokers) throws Exception {
        settings = Map.of("bootstrap.servers", brokers);
        admin = Admin.create(settings);
        CreateTopicsResult made = admin.createTopics(List.of(SIZES.posts(), SIZES.postsDead(), SIZES.processedDead()));
        for (String topic : TOPICS) {
            // Until the broker has forgotten the one of the test before: a producer would begin to write to that.
            await().atMost(Duration.ofMinutes(1))
                    .ignoreExceptions()
                    .until(() -> id(topic).equals(made.topicId(topic).get()));
        }
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Uuid id(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .topicId();
    }

    /** Puts the letter of a post into a partition; the post lay in posts-1 at offset 17. */
    public void bury(int partition, String id, String cause) {
        byte[] key = id.getBytes(UTF_8);
        byte[] value = "{}".getBytes(UTF_8);
        var post = new ConsumerRecord<>(
                Topics.POSTS,
                1,
                17,
                0,
                TimestampType.CREATE_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty());
        ProducerRecord<byte[], byte[]> letter =
                DeadLetters.of(post, Topics.POSTS_DEAD, new IllegalArgumentException(cause));
        producer.send(
                new ProducerRecord<>(letter.topic(), partition, null, letter.key(), letter.value(), letter.headers()));
    }

    /** What was sent back, as it is committed now. */
    public List<ConsumerRecord<byte[], byte[]>> posts() {
        producer.flush();
        var posts = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var consumer = new Kafka(settings).consumer()) {
            var box = new LetterBox(consumer);
            for (TopicPartition partition : box.partitions(Topics.POSTS)) {
                box.read(partition, 0, post -> posts.add(post.record()));
            }
        }
        return posts;
    }

    /** Returns when everything that was put in lies there. */
    public void flush() {
        producer.flush();
    }

    /** Removes the topics, and with them the offsets of the group that redrives. */
    @Override
    public void close() throws Exception {
        producer.close();
        admin.deleteTopics(TOPICS).all().get();
        admin.close();
    }
}
