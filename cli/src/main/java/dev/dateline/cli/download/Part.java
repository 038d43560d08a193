package dev.dateline.cli.download;

import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What has arrived of a file, and of which version. */
final class Part {

    private final Path file;
    private final Path version;

    Part(Path target) {
        this.file = target.resolveSibling(target.getFileName() + ".part");
        this.version = target.resolveSibling(target.getFileName() + ".part-version");
    }

    Path file() {
        return file;
    }

    /** In bytes, 0 if nothing has. */
    long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names the version that it is a part of, if the server said so and something has arrived. */
    Optional<String> validator() throws IOException {
        return size() > 0 && Files.exists(version) ? Optional.of(Files.readString(version)) : Optional.empty();
    }

    /** Begins anew with the version that these headers name. A weak tag does not say that every byte is the same. */
    void begin(HttpHeaders headers) throws IOException {
        Files.deleteIfExists(file);
        Optional<String> tag = headers.firstValue("ETag").filter(it -> !it.startsWith("W/"));
        Optional<String> validator = tag.or(() -> headers.firstValue("Last-Modified"));
        if (validator.isPresent()) {
            Files.writeString(version, validator.get());
        } else {
            Files.deleteIfExists(version);
        }
    }

    /** Leaves nothing but what was made of it. */
    void forget() throws IOException {
        Files.deleteIfExists(version);
    }

    void requireSha256(URI url, String expected) throws IOException {
        if (expected.isEmpty()) {
            return;
        }
        String actual = sha256();
        if (!actual.equalsIgnoreCase(expected)) {
            Files.delete(file);
            forget();
            throw Failure.failed("%s: its SHA-256 is %s, not %s; removed".formatted(url, actual, expected));
        }
    }

    private String sha256() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
