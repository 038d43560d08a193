package dev.dateline.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What a client holds: {@code dl_<name>_<secret>}. Its text says nothing, so that no log can. */
public final class Secret {

    /** More than anybody can guess, or a faster machine try out: a plain hash of it is safe to keep. */
    private static final int RANDOM_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String value;

    /** A key as a client sent or kept it. */
    public Secret(String value) {
        this.value = value;
    }

    /** A new one, with 256 random bits. */
    public static Secret random(String name) {
        byte[] secret = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(secret);
        return new Secret("dl_%s_%s"
                .formatted(name, Base64.getUrlEncoder().withoutPadding().encodeToString(secret)));
    }

    /** The key itself: for the client's eyes only. */
    public String reveal() {
        return value;
    }

    /** In lower-case hex. */
    public String sha256() {
        return HexFormat.of().formatHex(hash());
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
