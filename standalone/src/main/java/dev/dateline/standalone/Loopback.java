package dev.dateline.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;

/** The only address that anything here listens on. */
final class Loopback {

    static final String ADDRESS = "127.0.0.1";

    /** Who connects while Kafka starts is in here, and who gave up, for seconds; at 50, the default, others would have to try again. */
    private static final int MOST_WAITING = 1_000;

    private Loopback() {}

    static URI http(int port) {
        return URI.create("http://%s:%d".formatted(ADDRESS, port));
    }

    /** Whether something could listen on the port now. 0, which stands for any, is always free. */
    static boolean isFree(int port) {
        try (ServerSocketChannel socket = listen(port)) {
            return socket.isOpen();
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws java.net.SocketException if something else does, or nobody may */
    static ServerSocketChannel listen(int port) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            // Connections of a process that just ended must not keep its port from the next one.
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), MOST_WAITING);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
