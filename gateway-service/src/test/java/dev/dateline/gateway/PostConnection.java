package dev.dateline.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** One connection that posts one post after the other, at next to no cost. */
final class PostConnection implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;

    private final Socket socket;
    private final byte[] buffer = new byte[8 * 1024];

    PostConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
    }

    /** The status of the answer. */
    int post(String key, String id) throws IOException {
        String body = "{\"publication\": \"P\", \"content\": \"c\", \"id\": \"%s\"}".formatted(id);
        String head = "POST /post/enqueue HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(US_ASCII));
        return status();
    }

    /** Every answer has one JSON object without another in it, and ends with its brace. */
    private int status() throws IOException {
        InputStream in = socket.getInputStream();
        int length = 0;
        do {
            int n;
            try {
                n = in.read(buffer, length, buffer.length - length);
            } catch (IOException e) {
                throw new IOException("after " + new String(buffer, 0, length, US_ASCII), e);
            }
            if (n < 0) {
                throw new IOException("the connection ended");
            }
            length += n;
        } while (buffer[length - 1] != '}');
        return Integer.parseInt(new String(buffer, 9, 3, US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
