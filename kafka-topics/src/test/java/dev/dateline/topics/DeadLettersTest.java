package dev.dateline.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    private static String header(ProducerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
