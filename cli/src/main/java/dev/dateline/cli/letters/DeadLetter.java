package dev.dateline.cli.letters;

import dev.dateline.topics.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record that could not be processed.
 *
 * @param record as it lies in its topic
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where the letter lies. */
    public Place place() {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    /** When it was given up. */
    public Instant time() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The post's id: its own or, without a readable one, the record's key. Empty if it has neither. */
    public String id() {
        try {
            JsonNode id = record.value() == null
                    ? null
                    : JSON.readTree(record.value()).get("id");
            if (id != null && id.isString()) {
                return id.asString();
            }
        } catch (JacksonException e) {
            // Unreadable, which may well be why it lies here.
        }
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Why it could not be processed. */
    public String cause() {
        return header(DeadLetters.CAUSE, "");
    }

    /** Where the record lies that it is the letter of. */
    public String origin() {
        return "%s-%s@%s"
                .formatted(
                        header(DeadLetters.ORIGIN_TOPIC, "?"),
                        header(DeadLetters.ORIGIN_PARTITION, "?"),
                        header(DeadLetters.ORIGIN_OFFSET, "?"));
    }

    private String header(String name, String otherwise) {
        return Objects.requireNonNullElse(DeadLetters.header(record, name), otherwise);
    }
}
