package dev.dateline.cli.articles;

import dev.dateline.model.PublicationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of an article that came without one: the same text by the same publication is the same article, wherever it lies. */
final class StableId {

    private StableId() {}

    /** SHA-256 of the publication's key, a NUL and the content, as 64 lower-case hexadecimal digits. */
    static String of(PublicationKey publication, String content) {
        MessageDigest hash = sha256();
        hash.update(publication.value().getBytes(StandardCharsets.UTF_8));
        // A key holds no control characters, so nothing else has the same bytes.
        hash.update((byte) 0);
        hash.update(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
