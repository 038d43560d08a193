package dev.dateline.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Endless streams of posts, as fast as they are taken; counts the receipts. */
final class StreamLoad implements Load {

    private static final int BUFFER_SIZE = 64 * 1024;
    private static final int CHUNK_BYTES = 64 * 1024;

    private final LongAdder done = new LongAdder();
    private final List<Socket> sockets = new ArrayList<>();
    private volatile boolean closed;

    StreamLoad(int port, String key, Articles articles, int streams) throws IOException {
        int posts = CHUNK_BYTES / articles.get(0).length;
        for (int i = 0; i < streams; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            sockets.add(socket);
            byte[] chunk = Requests.chunk(articles, i * posts, posts);
            start("sender-" + i, () -> send(socket, Requests.streamHead(key), chunk));
            start("receiver-" + i, () -> receive(socket));
        }
    }

    @Override
    public long done() {
        return done.sum();
    }

    @Override
    public void reset() {}

    @Override
    public Duration percentile(double share) {
        return Duration.ZERO;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void start(String name, Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        if (!closed) {
                            throw new UncheckedIOException(e);
                        }
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void send(Socket socket, byte[] head, byte[] chunk) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(head);
        while (!closed) {
            out.write(chunk);
        }
    }

    /** Each receipt is one line that ends with a brace; HTTP's own lines don't. */
    private void receive(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[BUFFER_SIZE];
        byte before = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            int receipts = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] == '\n' && before == '}') {
                    receipts++;
                }
                before = buffer[i];
            }
            done.add(receipts);
        }
    }
}
