package dev.dateline.explorer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers that who asks again gets only if they changed. */
@Component
final class TaggedJson {

    private final JsonMapper json;

    TaggedJson(JsonMapper json) {
        this.json = json;
    }

    /** The value as JSON, with a tag of its content; Spring answers 304 to who knows it. */
    ResponseEntity<byte[]> answer(Object value) {
        byte[] body = json.writeValueAsBytes(value);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                // Weak, as a proxy may pack the bytes.
                .eTag("W/\"" + hash(body) + "\"")
                .body(body);
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
