package dev.dateline.standalone;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import org.apache.kafka.common.network.Selectable;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * What the embedded broker listens on, open from the choice of its ports on: Kafka asks for its sockets seconds later, and until
 * then any program could take a port that is merely known to be free.
 */
final class BrokerSockets implements ServerSocketFactory, AutoCloseable {

    private final ServerSocketChannel broker;
    private final ServerSocketChannel controller;
    private final BrokerPorts ports;

    private BrokerSockets(ServerSocketChannel broker, ServerSocketChannel controller) {
        this.broker = broker;
        this.controller = controller;
        this.ports = new BrokerPorts(
                broker.socket().getLocalPort(), controller.socket().getLocalPort());
    }

    /** On the ports that are kept in {@code DIR/ports}; if something else took one, on others, which are kept from then on. */
    static BrokerSockets open(DataFolder folder) throws IOException {
        Path file = folder.path().resolve("ports");
        BrokerPorts kept = BrokerPorts.read(file);
        BrokerSockets sockets = openAtBest(kept);
        try {
            if (!sockets.ports.equals(kept)) {
                sockets.ports.write(file);
            }
            return sockets;
        } catch (IOException e) {
            sockets.close();
            throw e;
        }
    }

    /**
     * On these ports.
     *
     * @throws SocketException if something else took one
     */
    static BrokerSockets open(BrokerPorts ports) throws IOException {
        ServerSocketChannel broker = Loopback.listen(ports.broker());
        try {
            return new BrokerSockets(broker, Loopback.listen(ports.controller()));
        } catch (IOException e) {
            broker.close();
            throw e;
        }
    }

    private static BrokerSockets openAtBest(BrokerPorts ports) throws IOException {
        try {
            return open(ports);
        } catch (SocketException e) {
            return open(BrokerPorts.ANY);
        }
    }

    BrokerPorts ports() {
        return ports;
    }

    /** As Kafka's own, but for the port and the queue of those who connect, which are there already. */
    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) throws IOException {
        ServerSocketChannel socket = listener.equals(EmbeddedBroker.CONTROLLER) ? controller : broker;
        socket.configureBlocking(false);
        if (receiveBuffer != Selectable.USE_DEFAULT_BUFFER_SIZE) {
            socket.socket().setReceiveBufferSize(receiveBuffer);
        }
        return socket;
    }

    /** Harmless for one that Kafka closed. */
    @Override
    public void close() throws IOException {
        broker.close();
        controller.close();
    }
}
