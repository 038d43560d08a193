package dev.dateline.extractor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Half of an id's SHA-256: 128 bits, because two ids that are taken for one would lose an article, and cryptographic,
 * because ids come from outside.
 */
record IdHash(long high, long low) {

    private static final MessageDigest SHA_256 = sha256();

    static IdHash of(String id) {
        return of(id.getBytes(StandardCharsets.US_ASCII));
    }

    static IdHash of(byte[] id) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(((MessageDigest) SHA_256.clone()).digest(id));
            return new IdHash(digest.getLong(), digest.getLong());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
