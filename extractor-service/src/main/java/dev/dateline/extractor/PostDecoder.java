package dev.dateline.extractor;

import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Bytes to a post. Checks what the gateway checks, because the topic is open to other producers. */
final class PostDecoder {

    private final PostJson json;

    PostDecoder(int maxContentBytes) {
        this.json = new PostJson(maxContentBytes);
    }

    /**
     * Reads the post of a record; one without an id takes the record's key.
     *
     * @throws dev.dateline.model.InvalidPostException if the value is no valid post
     * @throws IllegalArgumentException if there is no value
     */
    Post decode(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            throw new IllegalArgumentException("the record has no value");
        }
        byte[] key = record.key();
        return json.read(record.value(), () -> key == null ? null : new String(key, StandardCharsets.UTF_8));
    }
}
