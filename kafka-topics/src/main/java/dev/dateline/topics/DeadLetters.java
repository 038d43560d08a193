package dev.dateline.topics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Records that can't be processed, as they came, with headers that say why and where from: {@link #CAUSE}, {@link
 * #ORIGIN_TOPIC}, {@link #ORIGIN_PARTITION}, {@link #ORIGIN_OFFSET}, {@code origin.timestamp} (milliseconds since 1970).
 */
public final class DeadLetters {

    /** Why, in a sentence. */
    public static final String CAUSE = "cause";

    /** Where the record lies that this is the letter of. */
    public static final String ORIGIN_TOPIC = "origin.topic";

    /** See {@link #ORIGIN_TOPIC}. */
    public static final String ORIGIN_PARTITION = "origin.partition";

    /** See {@link #ORIGIN_TOPIC}. */
    public static final String ORIGIN_OFFSET = "origin.offset";

    private static final String ORIGIN_TIMESTAMP = "origin.timestamp";

    /** The size of what was left out, where it was. */
    private static final String LEFT_OUT = "left.out";

    private static final List<String> OURS =
            List.of(CAUSE, ORIGIN_TOPIC, ORIGIN_PARTITION, ORIGIN_OFFSET, ORIGIN_TIMESTAMP, LEFT_OUT);

    /** A sentence says enough; a text that a parser quotes in its message is not to be stored twice. */
    private static final int MAX_CAUSE_LENGTH = 500;

    private DeadLetters() {}

    /**
     * The dead letter of a record, for the topic that takes them. A record that the topic would not take (brokers limit what
     * is sent compressed, and it may have been blown up since) is left where it lies: its letter says how large it is.
     */
    public static ProducerRecord<byte[], byte[]> of(
            ConsumerRecord<byte[], byte[]> record, String topic, Throwable cause) {
        int bytes = bytes(record);
        boolean isTooLarge = bytes > TopicSizes.MAX_RECORD_BYTES;
        ProducerRecord<byte[], byte[]> letter = isTooLarge
                ? new ProducerRecord<>(topic, null, null, null)
                : new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        Headers headers = letter.headers();
        set(headers, CAUSE, message(cause));
        set(headers, ORIGIN_TOPIC, record.topic());
        set(headers, ORIGIN_PARTITION, Integer.toString(record.partition()));
        set(headers, ORIGIN_OFFSET, Long.toString(record.offset()));
        set(headers, ORIGIN_TIMESTAMP, Long.toString(record.timestamp()));
        if (isTooLarge) {
            set(headers, LEFT_OUT, Integer.toString(bytes));
        }
        return RecordVersion.mark(letter);
    }

    /** True if the letter holds all of the record that it is the letter of. */
    public static boolean isWhole(ConsumerRecord<byte[], byte[]> letter) {
        return letter.headers().lastHeader(LEFT_OUT) == null;
    }

    /** The record that a whole letter was made of, for the partition where it lay: there its id is known. */
    public static ProducerRecord<byte[], byte[]> undo(ConsumerRecord<byte[], byte[]> letter) {
        String partition = header(letter, ORIGIN_PARTITION);
        var record = new ProducerRecord<>(
                String.valueOf(header(letter, ORIGIN_TOPIC)),
                partition == null ? null : Integer.valueOf(partition),
                letter.key(),
                letter.value(),
                letter.headers());
        OURS.forEach(record.headers()::remove);
        return record;
    }

    /** A header as text, null without one. */
    public static @Nullable String header(ConsumerRecord<?, ?> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static int bytes(ConsumerRecord<byte[], byte[]> record) {
        int bytes = Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
        for (Header header : record.headers()) {
            bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return bytes;
    }

    private static String message(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.substring(0, Math.min(message.length(), MAX_CAUSE_LENGTH));
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
