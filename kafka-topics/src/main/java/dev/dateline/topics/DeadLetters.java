package dev.dateline.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Records that can't be processed, as they came, with headers that say why and where from: {@code cause}, {@code
 * origin.topic}, {@code origin.partition}, {@code origin.offset}, {@code origin.timestamp} (milliseconds since 1970).
 */
public final class DeadLetters {

    /** A sentence says enough; a text that a parser quotes in its message is not to be stored twice. */
    private static final int MAX_CAUSE_LENGTH = 500;

    private DeadLetters() {}

    /** The dead letter of a record, for the topic that takes them. */
    public static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record, String topic, Throwable cause) {
        var letter = new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        set(headers, "cause", message(cause));
        set(headers, "origin.topic", record.topic());
        set(headers, "origin.partition", Integer.toString(record.partition()));
        set(headers, "origin.offset", Long.toString(record.offset()));
        set(headers, "origin.timestamp", Long.toString(record.timestamp()));
        return RecordVersion.mark(letter);
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.substring(0, Math.min(message.length(), MAX_CAUSE_LENGTH));
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
