package dev.dateline.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The local client's API key: its copy in {@code DIR/api-key}; the server keeps only hashes, in {@code DIR/api-key-hashes}. */
final class ApiKey {

    /** More than anybody can guess, or a faster machine try out: a plain hash of it is safe to keep. */
    private static final int SECRET_BYTES = 32;

    private final Path file;
    private final Path hashes;

    ApiKey(DataFolder folder) {
        this.file = folder.path().resolve("api-key");
        this.hashes = folder.path().resolve("api-key-hashes");
    }

    Path file() {
        return file;
    }

    /** The hashes of the keys to accept, after making the first key if there is none. */
    List<String> accepted() throws IOException {
        if (Files.notExists(file)) {
            String key = random();
            // The hash goes first: a crash in between leaves a hash without a key, which opens nothing.
            accept(key);
            SafeFile.write(file, key + "\n");
        } else if (Files.notExists(hashes)) {
            accept(Files.readString(file).strip());
        }
        return Files.readAllLines(hashes).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void accept(String key) throws IOException {
        String known = Files.exists(hashes) ? Files.readString(hashes) : "";
        SafeFile.write(hashes, known + sha256(key) + "\n");
    }

    private static String random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return "dl_local_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
