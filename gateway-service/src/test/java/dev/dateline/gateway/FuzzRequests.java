package dev.dateline.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** Requests by chance, the same for the same seed. */
final class FuzzRequests {

    private static final int MIB = 1024 * 1024;
    private static final byte[] BOMB = gzip(new byte[16 * MIB]);

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "-0",
            "1e999999999",
            "9".repeat(5_000),
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(300_000) + "\"",
            "[".repeat(100_000),
            "{\"a\":".repeat(2_000));

    private static final List<String> FIELDS =
            List.of("publication", "content", "id", "title", "url", "published_at", "other", "");

    private static final List<String> LINES = List.of(
            "GET / HTTP/1.1",
            "POST /post/enqueue HTTP/9.9",
            "POST /post/enqueue",
            "PRI * HTTP/2.0",
            "TRACE /posts HTTP/1.1",
            "POST //post//enqueue HTTP/1.1",
            "POST /p%6Fst/enqueue HTTP/1.1",
            "POST /posts;a=b HTTP/1.1",
            "POST /posts?%zz HTTP/1.1",
            "POST http://[::1/posts HTTP/1.1",
            "POST /%00%ff HTTP/1.1",
            "POST " + "/".repeat(5_000) + " HTTP/1.1");

    private static final List<String> HEADERS = List.of(
            "Content-Type: text/plain",
            "Content-Type: application/json;charset=utf-16",
            "Content-Type: ,;=",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: 999999999",
            "Content-Length: x",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Content-Encoding: br",
            "Content-Encoding: gzip, gzip",
            "Expect: 100-continue",
            "Expect: nonsense",
            "Upgrade: h2c",
            "Upgrade: websocket",
            "Authorization: Bearer",
            "Authorization: Bearer wrong",
            "Authorization: Basic QTpC",
            "Accept: text/html",
            "Accept: /",
            "Origin: https://elsewhere.example",
            "Range: bytes=0-1",
            "Idempotency-Key: a b",
            "Idempotency-Key: \"",
            "Host: \u0000",
            "X-\u00ff: y",
            ": no name",
            "no colon",
            " folded",
            "X-Large: " + "x".repeat(9_000));

    private final SplittableRandom random;
    private final List<Supplier<Request>> kinds = List.of(
            this::mutatedJson,
            this::wrongValues,
            this::mutatedStream,
            this::randomHeader,
            this::randomHeader,
            this::randomLine,
            this::brokenGzip,
            this::bomb,
            this::brokenChunks,
            this::cutOff);
    private int number;

    FuzzRequests(SplittableRandom random) {
        this.random = random;
    }

    /** What the client does when it has sent all. */
    enum End {
        READ,
        HALF_CLOSE,
        RESET
    }

    /** @param posts how many good ones are in it, which must be accepted */
    record Request(byte[] bytes, End end, int posts) {

        /** The head of it, to find it again. */
        @Override
        public String toString() {
            return new String(bytes, 0, Math.min(bytes.length, 500), ISO_8859_1);
        }
    }

    /** A request as it should be. */
    Request good() {
        if (random.nextBoolean()) {
            return new Request(single("application/json", post().getBytes(UTF_8)), End.READ, 1);
        }
        int posts = random.nextInt(1, 20);
        var lines = new StringBuilder();
        for (int i = 0; i < posts; i++) {
            lines.append(post()).append('\n');
        }
        boolean zipped = random.nextBoolean();
        byte[] body = lines.toString().getBytes(UTF_8);
        return new Request(
                request(
                        "POST /posts HTTP/1.1",
                        "Content-Type: application/x-ndjson" + (zipped ? "\r\nContent-Encoding: gzip" : ""),
                        zipped ? gzip(body) : body),
                End.READ,
                posts);
    }

    /** A request as nobody should send it. */
    Request bad() {
        return kinds.get(random.nextInt(kinds.size())).get();
    }

    private Request mutatedJson() {
        return bad(single("application/json", mutated(post().getBytes(UTF_8))));
    }

    private Request wrongValues() {
        String body = "{\"%s\": %s, \"%s\": %s}".formatted(any(FIELDS), any(VALUES), any(FIELDS), any(VALUES));
        return bad(single("application/json", body.getBytes(UTF_8)));
    }

    private Request mutatedStream() {
        var lines = new ByteArrayOutputStream();
        for (int i = random.nextInt(30); i > 0; i--) {
            byte[] line = (random.nextInt(4) == 0 ? any(VALUES) : post()).getBytes(UTF_8);
            lines.writeBytes(random.nextBoolean() ? mutated(line) : line);
            lines.write('\n');
        }
        return bad(request("POST /posts HTTP/1.1", "Content-Type: application/x-ndjson", lines.toByteArray()));
    }

    private Request randomHeader() {
        // Who closes a half says that nothing follows; else an answer might come too late.
        var headers = new StringBuilder("Connection: close\r\nContent-Type: application/json");
        for (int i = random.nextInt(4); i >= 0; i--) {
            headers.append("\r\n").append(any(HEADERS));
        }
        byte[] bytes = request(
                random.nextBoolean() ? "POST /posts HTTP/1.1" : "POST /post/enqueue HTTP/1.1",
                headers.toString(),
                post().getBytes(UTF_8));
        // A length that never comes would be waited for.
        return new Request(bytes, End.HALF_CLOSE, 0);
    }

    private Request randomLine() {
        return bad(request(any(LINES), "Content-Type: application/json", post().getBytes(UTF_8)));
    }

    private Request brokenGzip() {
        byte[] zipped = gzip(post().repeat(100).getBytes(UTF_8));
        byte[] broken = random.nextBoolean() ? Arrays.copyOf(zipped, random.nextInt(zipped.length)) : mutated(zipped);
        return bad(gzipped(broken));
    }

    private Request bomb() {
        return bad(gzipped(BOMB));
    }

    private Request brokenChunks() {
        String body = any(List.of(
                "zz\r\n{}\r\n0\r\n\r\n",
                "-1\r\n\r\n",
                "ffffffffffffffff\r\n{}",
                "2;a=\"\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}garbage",
                "0\r\nTrailer: x\r\n\r\n",
                "2\r\n{}\r\n0\r\n" + "X: y\r\n".repeat(5_000) + "\r\n"));
        String head = head(
                "POST /posts HTTP/1.1",
                "Connection: close\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked");
        return new Request((head + body).getBytes(ISO_8859_1), End.HALF_CLOSE, 0);
    }

    private Request cutOff() {
        byte[] whole = good().bytes();
        byte[] part = Arrays.copyOf(whole, random.nextInt(whole.length));
        return new Request(part, random.nextBoolean() ? End.RESET : End.HALF_CLOSE, 0);
    }

    private Request bad(byte[] bytes) {
        return new Request(bytes, random.nextInt(10) == 0 ? End.HALF_CLOSE : End.READ, 0);
    }

    private String post() {
        int length = random.nextInt(1, 2_000);
        return "{\"publication\": \"P\", \"content\": \"%s\", \"id\": \"fuzz-%d-%d\"}"
                .formatted("text ".repeat(length / 5 + 1), number++, random.nextInt(Integer.MAX_VALUE));
    }

    private byte[] mutated(byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = random.nextInt(1, 10); i > 0 && copy.length > 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(copy, random.nextInt(copy.length + 1)) : copy;
    }

    private byte[] gzipped(byte[] body) {
        boolean bulk = random.nextBoolean();
        return request(
                bulk ? "POST /posts HTTP/1.1" : "POST /post/enqueue HTTP/1.1",
                "Content-Encoding: gzip\r\nContent-Type: application/" + (bulk ? "x-ndjson" : "json"),
                body);
    }

    private static byte[] single(String type, byte[] body) {
        return request("POST /post/enqueue HTTP/1.1", "Content-Type: " + type, body);
    }

    private static byte[] request(String line, String headers, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                head(line, headers + "\r\nContent-Length: " + body.length).getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static String head(String line, String headers) {
        return line + "\r\nHost: localhost\r\nConnection: close\r\naccess_token: " + TestGateway.KEY + "\r\n" + headers
                + "\r\n\r\n";
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static byte[] gzip(byte[] bytes) {
        var zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }
}
