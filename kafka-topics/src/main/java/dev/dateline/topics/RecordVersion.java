package dev.dateline.topics;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** The header that says how a record is to be read. */
public final class RecordVersion {

    private static final String HEADER = "v";
    private static final byte[] CURRENT = {'1'};

    private RecordVersion() {}

    /** Marks a record as written by this version. */
    public static <K, V> ProducerRecord<K, V> mark(ProducerRecord<K, V> record) {
        record.headers().remove(HEADER).add(HEADER, CURRENT);
        return record;
    }

    /**
     * Accepts version 1, whatever its minor part, and records without one: whoever feeds the topic by hand forgets it.
     *
     * @throws UnknownVersionException for any other, which only a newer Dateline can read
     */
    public static void check(ConsumerRecord<?, ?> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null) {
            return;
        }
        String version = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        if (!version.equals("1") && !version.startsWith("1.")) {
            throw new UnknownVersionException(version, record);
        }
    }

    /** A record of another major version: not to be skipped, not to be guessed at. */
    public static final class UnknownVersionException extends CannotGoOnException {

        private static final long serialVersionUID = 1;

        UnknownVersionException(String version, ConsumerRecord<?, ?> record) {
            super("%s-%d holds a record of version \"%s\" at offset %d; this Dateline reads version 1: run a newer one"
                    .formatted(record.topic(), record.partition(), version, record.offset()));
        }
    }
}
