package dev.dateline.store.firestore;

import dev.dateline.model.EntityType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The ids of documents: the keys themselves, percent-encoded where Firestore forbids them ({@code /}, {@code .}, {@code
 * ..}, {@code __x__}), and a SHA-256 in their stead where longer than 500 bytes. Different keys have different ids.
 */
final class DocumentIds {

    /** Firestore allows 1,500; each index entry of the document repeats the id. */
    private static final int MAX_BYTES = 500;

    private static final Pattern RESERVED = Pattern.compile("__.*__", Pattern.DOTALL);
    private static final Pattern LIKE_A_HASH = Pattern.compile("[0-9a-f]{64}");

    private DocumentIds() {}

    static String ofPublication(String key) {
        return of(key);
    }

    static String ofEntity(EntityType type, String word) {
        return of(type.name() + ":" + word);
    }

    private static String of(String key) {
        String id = encoded(key);
        boolean tooLong = id.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES;
        // A key that looks like a hash is hashed too, or it could be another's id.
        return tooLong || LIKE_A_HASH.matcher(id).matches() ? sha256(key) : id;
    }

    private static String encoded(String key) {
        if (key.equals(".") || key.equals("..")) {
            return key.replace(".", "%2E");
        }
        // The percent sign itself too, so that no other key has the same id.
        String encoded = key.replace("%", "%25").replace("/", "%2F");
        return RESERVED.matcher(encoded).matches() ? encoded.replace("_", "%5F") : encoded;
    }

    private static String sha256(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
