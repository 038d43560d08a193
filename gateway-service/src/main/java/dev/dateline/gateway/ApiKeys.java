package dev.dateline.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The API keys that may post, known by their SHA-256 only. */
final class ApiKeys {

    /** The request header that carries one. */
    static final String HEADER = "access_token";

    private final List<byte[]> hashes;

    /** Accepts the keys with these SHA-256 hashes, in hex. */
    ApiKeys(List<String> hexHashes) {
        this.hashes = hexHashes.stream().map(HexFormat.of()::parseHex).toList();
    }

    /** Whether the key is one of them. Takes equally long for each wrong key, so that time tells nothing about the right ones. */
    boolean accept(String key) {
        byte[] hash = sha256(key);
        boolean accepted = false;
        for (byte[] known : hashes) {
            accepted |= MessageDigest.isEqual(known, hash);
        }
        return accepted;
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
