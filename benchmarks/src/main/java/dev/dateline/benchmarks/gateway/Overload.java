package dev.dateline.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Single posts, each with an id of its own, over far more connections than the gateway takes at once. Whatever is answered, the
 * connection sends the next at once: what a client must not do.
 */
final class Overload implements AutoCloseable {

    private static final int BUFFER_SIZE = 8_192;

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final BitSet accepted = new BitSet();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean closed;

    Overload(int port, String key, int connections, int contentLength) {
        String content = "word ".repeat(contentLength / 5);
        for (int i = 0; i < connections; i++) {
            var client = new Thread(() -> run(port, key, content), "client-" + i);
            client.setDaemon(true);
            client.start();
            clients.add(client);
        }
    }

    /** The id of the post with this number. */
    static String id(int number) {
        return "overload-" + number;
    }

    /** How often each status was answered. */
    Map<Integer, Long> statuses() {
        var counts = new TreeMap<Integer, Long>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    /** The numbers of the posts that were answered 201. */
    BitSet accepted() {
        synchronized (accepted) {
            return (BitSet) accepted.clone();
        }
    }

    /** Returns when each client has the answer to its last post. */
    @Override
    public void close() throws IOException, InterruptedException {
        closed = true;
        for (Thread client : clients) {
            client.join();
        }
        IOException first = failure.get();
        if (first != null) {
            throw first;
        }
    }

    private void run(int port, String key, String content) {
        byte[] buffer = new byte[BUFFER_SIZE];
        while (!closed) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                while (!closed && post(socket, key, content, buffer)) {}
            } catch (IOException e) {
                failure.compareAndSet(null, e);
                return;
            }
        }
    }

    /** Whether the connection can be used for another one. */
    private boolean post(Socket socket, String key, String content, byte[] buffer) throws IOException {
        int number = next.getAndIncrement();
        String post = "{\"id\":\"%s\",\"publication\":\"The Daily Example\",\"content\":\"%s\"}"
                .formatted(id(number), content);
        OutputStream out = socket.getOutputStream();
        out.write(Requests.single(key, post.getBytes(StandardCharsets.US_ASCII)));
        String answer = answer(socket.getInputStream(), buffer);
        int status = Integer.parseInt(answer.substring(9, 12));
        statuses.computeIfAbsent(status, any -> new LongAdder()).increment();
        if (status == 201) {
            synchronized (accepted) {
                accepted.set(number);
            }
        }
        return !answer.contains("onnection: close");
    }

    /** All that the gateway answers is one object of JSON without another in it. */
    private static String answer(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        do {
            int n = in.read(buffer, length, buffer.length - length);
            if (n < 0) {
                throw new IOException("the gateway closed the connection");
            }
            length += n;
        } while (buffer[length - 1] != '}');
        return new String(buffer, 0, length, StandardCharsets.US_ASCII);
    }
}
