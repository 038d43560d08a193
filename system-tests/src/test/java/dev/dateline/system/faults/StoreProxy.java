package dev.dateline.system.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between savers and store, which can be cut, slowed down, and lose answers. */
final class StoreProxy implements AutoCloseable {

    /** What becomes of bytes on their way. */
    enum Mode {
        WORKS,
        /** Nobody is there. */
        AWAY,
        /** Each answer takes two seconds longer. */
        SLOW,
        /** Requests arrive and are done; before the answer the connection breaks. */
        LOSES_ANSWERS
    }

    private static final Duration DELAY = Duration.ofSeconds(2);

    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.WORKS;

    /** Listens on loopback, and passes on to the given address. */
    StoreProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    void is(Mode now) {
        mode = now;
        if (now == Mode.AWAY) {
            open.forEach(StoreProxy::close);
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            open.add(client);
            if (mode == Mode.AWAY) {
                close(client);
                continue;
            }
            var store = new Socket(host, port);
            open.add(store);
            run(() -> pass(client, store, false));
            run(() -> pass(store, client, true));
        }
    }

    private void pass(Socket from, Socket to, boolean areAnswers) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[64 * 1024];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                if (areAnswers && mode == Mode.SLOW) {
                    Pause.of(DELAY);
                }
                if (areAnswers && mode == Mode.LOSES_ANSWERS) {
                    return;
                }
                out.write(bytes, 0, n);
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() {
        is(Mode.AWAY);
        close(server);
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void run(Action action) {
        var thread = new Thread(() -> {
            try {
                action.run();
            } catch (IOException e) {
                // One side closed: that is how it ends.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
