package dev.dateline.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {2, 3};

    private final ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("posts", 3, 42, KEY, VALUE);

    @Test
    void aDeadLetterIsTheRecordWithItsCauseAndOrigin() {
        ProducerRecord<byte[], byte[]> letter = DeadLetters.of(record, "posts.dlt", new RuntimeException("no text"));

        assertThat(letter.topic()).isEqualTo("posts.dlt");
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(VALUE);
        assertThat(header(letter, "cause")).isEqualTo("no text");
        assertThat(header(letter, "origin.topic")).isEqualTo("posts");
        assertThat(header(letter, "origin.partition")).isEqualTo("3");
        assertThat(header(letter, "origin.offset")).isEqualTo("42");
        assertThat(header(letter, "v")).isEqualTo("1");
    }

    @Test
    void headersOfTheRecordAreKeptAndItsOwnLeftAlone() {
        record.headers().add("feed", "wire".getBytes(UTF_8)).add("cause", "an earlier one".getBytes(UTF_8));

        ProducerRecord<byte[], byte[]> letter = DeadLetters.of(record, "posts.dlt", new RuntimeException("no text"));

        assertThat(header(letter, "feed")).isEqualTo("wire");
        assertThat(letter.headers().headers("cause")).hasSize(1);
        assertThat(record.headers().toArray()).hasSize(2);
    }

    @Test
    void aCauseWithoutAMessageIsNamedAndALongOneCut() {
        assertThat(header(DeadLetters.of(record, "posts.dlt", new StackOverflowError()), "cause"))
                .isEqualTo("StackOverflowError");
        assertThat(header(DeadLetters.of(record, "posts.dlt", new RuntimeException("x".repeat(501))), "cause"))
                .hasSize(500);
    }

    @Test
    void aRecordThatItsTopicWouldNotTakeIsLeftWhereItLiesAndItsLetterSaysHowLargeItIs() {
        byte[] blownUp = new byte[TopicSizes.MAX_RECORD_BYTES];
        var large = new ConsumerRecord<>(
                "posts",
                3,
                42,
                0,
                TimestampType.CREATE_TIME,
                KEY.length,
                blownUp.length,
                KEY,
                blownUp,
                new RecordHeaders(),
                Optional.empty());

        ProducerRecord<byte[], byte[]> letter = DeadLetters.of(large, "posts.dlt", new RuntimeException("too large"));

        assertThat(letter.key()).isNull();
        assertThat(letter.value()).isNull();
        assertThat(header(letter, "cause")).isEqualTo("too large");
        assertThat(header(letter, "origin.offset")).isEqualTo("42");
        assertThat(Integer.parseInt(header(letter, "left.out"))).isEqualTo(blownUp.length + KEY.length);
        assertThat(DeadLetters.isWhole(polled(letter))).isFalse();
    }

    @Test
    void undoneItIsTheRecordAgainForItsOwnPartition() {
        record.headers().add("feed", "wire".getBytes(UTF_8));
        ConsumerRecord<byte[], byte[]> letter =
                polled(DeadLetters.of(record, "posts.dlt", new RuntimeException("no text")));

        ProducerRecord<byte[], byte[]> again = DeadLetters.undo(letter);

        assertThat(DeadLetters.isWhole(letter)).isTrue();
        assertThat(again.topic()).isEqualTo("posts");
        assertThat(again.partition()).isEqualTo(3);
        assertThat(again.key()).isEqualTo(KEY);
        assertThat(again.value()).isEqualTo(VALUE);
        assertThat(again.headers()).extracting(Header::key).containsExactlyInAnyOrder("feed", "v");
    }

    private static ConsumerRecord<byte[], byte[]> polled(ProducerRecord<byte[], byte[]> sent) {
        var polled = new ConsumerRecord<>(sent.topic(), 0, 7, sent.key(), sent.value());
        sent.headers().forEach(polled.headers()::add);
        return polled;
    }

    private static String header(ProducerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
