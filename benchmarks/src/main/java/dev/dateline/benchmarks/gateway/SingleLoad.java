package dev.dateline.benchmarks.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** One post a request over so many connections, each sending the next when it has its answer. */
final class SingleLoad implements Load {

    private static final int BUFFER_SIZE = 4_096;

    /** Up to 10 s, to a tenth of a millisecond. */
    private static final int SLOTS = 100_000;

    private static final long SLOT_NANOS = 100_000;

    private final LongAdder done = new LongAdder();
    private final AtomicLongArray times = new AtomicLongArray(SLOTS);
    private final List<Socket> sockets = new ArrayList<>();
    private volatile boolean closed;

    SingleLoad(int port, String key, Articles articles, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            sockets.add(socket);
            byte[] request = Requests.single(key, articles.get(i));
            var thread = new Thread(() -> run(socket, request), "client-" + i);
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public long done() {
        return done.sum();
    }

    @Override
    public void reset() {
        for (int i = 0; i < SLOTS; i++) {
            times.set(i, 0);
        }
    }

    @Override
    public Duration percentile(double share) {
        long all = 0;
        for (int i = 0; i < SLOTS; i++) {
            all += times.get(i);
        }
        long below = 0;
        int slot = 0;
        while (slot < SLOTS && below < share * all) {
            below += times.get(slot++);
        }
        return Duration.ofNanos(slot * SLOT_NANOS);
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void run(Socket socket, byte[] request) {
        byte[] buffer = new byte[BUFFER_SIZE];
        try {
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            while (!closed) {
                long begin = System.nanoTime();
                out.write(request);
                requireCreated(in, buffer);
                long slot = (System.nanoTime() - begin) / SLOT_NANOS;
                times.incrementAndGet((int) Math.min(slot, SLOTS - 1));
                done.increment();
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The gateway's answer to a post ends with the brace of its JSON, and holds no other. */
    private static void requireCreated(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        do {
            int n = in.read(buffer, length, buffer.length - length);
            if (n < 0) {
                throw new IOException("the gateway closed the connection");
            }
            length += n;
        } while (buffer[length - 1] != '}');
        if (buffer[9] != '2') {
            throw new IOException("not taken: " + new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
    }
}
