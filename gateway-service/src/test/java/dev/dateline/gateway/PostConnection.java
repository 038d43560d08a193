package dev.dateline.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

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
        send(request(key, id));
        return status();
    }

    static String request(String key, String id) {
        String body = "{\"publication\": \"P\", \"content\": \"c\", \"id\": \"%s\"}".formatted(id);
        return "POST /post/enqueue HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    void send(String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(US_ASCII));
    }

    /** The statuses of so many answers; of fewer if nothing more comes in time. */
    List<String> awaitAnswers(int count) throws IOException {
        var answers = new Scanner(socket.getInputStream(), US_ASCII);
        var statuses = new ArrayList<String>();
        while (statuses.size() < count && answers.findWithinHorizon("HTTP/1\\.1 (\\d{3})", 0) != null) {
            statuses.add(answers.match().group(1));
        }
        return statuses;
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
