package dev.dateline.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to {@code POST /posts}, chunk by chunk, and its answer line by line, both at once. */
final class BulkSocket implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private boolean answered;
    private int leftOfChunk;
    private boolean ended;

    BulkSocket(int port, String... headers) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        var head = new StringBuilder("POST /posts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n")
                .append("Content-Type: application/x-ndjson\r\n")
                .append("Authorization: Bearer ")
                .append(TestGateway.KEY)
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        out.write(head.append("\r\n").toString().getBytes(US_ASCII));
    }

    BulkSocket send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    BulkSocket send(byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(US_ASCII));
        out.flush();
        return this;
    }

    BulkSocket end() throws IOException {
        out.write("0\r\n\r\n".getBytes(US_ASCII));
        out.flush();
        return this;
    }

    /** The next receipt, as soon as it is there; null after the last one. */
    JsonNode receipt() throws IOException {
        if (!answered) {
            answered = true;
            String status = line();
            if (!status.equals("HTTP/1.1 200 OK")) {
                throw new AssertionError(status);
            }
            while (!line().isEmpty()) {}
        }
        var line = new StringBuilder();
        for (int b = body(); b != '\n'; b = body()) {
            if (b < 0) {
                return null;
            }
            line.append((char) b);
        }
        return JSON.readTree(line.toString());
    }

    List<JsonNode> rest() throws IOException {
        var receipts = new ArrayList<JsonNode>();
        for (JsonNode receipt = receipt(); receipt != null; receipt = receipt()) {
            receipts.add(receipt);
        }
        return receipts;
    }

    private int body() throws IOException {
        if (ended) {
            return -1;
        }
        if (leftOfChunk == 0) {
            leftOfChunk = Integer.parseInt(line(), 16);
            if (leftOfChunk == 0) {
                ended = true;
                return -1;
            }
        }
        int b = in.read();
        if (--leftOfChunk == 0) {
            line();
        }
        return b;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended");
            }
            line.append((char) b);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
