package dev.dateline.benchmarks.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Requests as bytes. The load shares two cores with what is measured, so it must cost next to nothing. */
final class Requests {

    private Requests() {}

    static byte[] single(String key, byte[] post) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head("/post/enqueue", key, "application/json", "Content-Length: " + post.length));
        bytes.writeBytes(post);
        return bytes.toByteArray();
    }

    static byte[] streamHead(String key) {
        return head("/posts", key, "application/x-ndjson", "Transfer-Encoding: chunked");
    }

    /** So many posts, a line each, as one chunk of a stream. */
    static byte[] chunk(Articles articles, int first, int posts) {
        var lines = new ByteArrayOutputStream();
        for (int i = first; i < first + posts; i++) {
            lines.writeBytes(articles.get(i));
            lines.write('\n');
        }
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(lines.size()) + "\r\n").getBytes(US_ASCII));
        chunk.writeBytes(lines.toByteArray());
        chunk.writeBytes("\r\n".getBytes(US_ASCII));
        return chunk.toByteArray();
    }

    private static byte[] head(String path, String key, String type, String length) {
        return ("POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: %s\r\n%s\r\n\r\n")
                .formatted(path, key, type, length)
                .getBytes(US_ASCII);
    }
}
