package dev.dateline.standalone;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The embedded broker as a process of its own: arguments are its folder and two ports. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws Exception {
        var ports = new BrokerPorts(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), BrokerSockets.open(ports));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        new CountDownLatch(1).await();
    }
}
