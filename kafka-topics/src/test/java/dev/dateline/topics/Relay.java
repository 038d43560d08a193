package dev.dateline.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes bytes from one port on to another: a broker that comes up at an address where nobody answered before. */
final class Relay implements AutoCloseable {

    private final ServerSocket server;
    private final int target;

    private Relay(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    /** A port where nobody listens; another program could take it before we do, which no test has seen. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Relay open(int port, int target) throws IOException {
        var relay = new Relay(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), target);
        start(relay::accept);
        return relay;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            var broker = new Socket(InetAddress.getLoopbackAddress(), target);
            start(() -> pass(client.getInputStream(), broker.getOutputStream()));
            start(() -> pass(broker.getInputStream(), client.getOutputStream()));
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        try (from;
                to) {
            from.transferTo(to);
        }
    }

    private static void start(Action action) {
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
