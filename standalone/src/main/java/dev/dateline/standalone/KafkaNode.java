package dev.dateline.standalone;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's controller and broker in this process, put together as its {@link KafkaRaftServer} does, but for one wait: the broker
 * starts when the controller no longer counts on the one that was killed.
 * <p>
 * Kafka's own broker starts at once. It leads its partitions as the killed one did, loses them when the controller gives that one
 * up, and gets them back right away. If it is still reading the groups' offsets then, Kafka 4.2.1 takes the end of the first
 * reading for that of the second: {@code CoordinatorRuntime.CoordinatorContext.load} looks up whichever reading is under way. The groups'
 * coordinator then works with nothing read, and may end as failed until the process is started again.
 */
final class KafkaNode implements AutoCloseable {

    /** As long as Kafka lets a broker try to register ({@code initial.broker.registration.timeout.ms}); a session is over in 2 s. */
    private static final long REGISTRATION_SECONDS = 60;

    private static final Logger log = LoggerFactory.getLogger(KafkaNode.class);

    private final int id;
    private final SharedServer shared;
    private final ControllerServer controller;
    private final BrokerServer broker;

    /** Listens on sockets of this factory, once it is started. */
    KafkaNode(KafkaConfig config, ServerSocketFactory sockets) {
        var directories = KafkaRaftServer.initializeLogDirs(config, log, "");
        Map<Integer, InetSocketAddress> voters =
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
        id = config.nodeId();
        shared = new SharedServer(
                config,
                directories._1(),
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, directories._1().clusterId().orElseThrow()),
                CompletableFuture.completedFuture(voters),
                List.of(),
                new StandardFaultHandlerFactory(),
                sockets);
        controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
        broker = new BrokerServer(shared);
    }

    /**
     * Returns when the broker takes requests.
     *
     * @throws IllegalStateException if the controller does not say within a minute that no earlier broker is alive
     */
    void start() throws Exception {
        try {
            controller.startup();
            awaitEndOfEarlierBroker();
            broker.startup();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() {
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }

    private void awaitEndOfEarlierBroker() throws Exception {
        MetadataLoader metadata = shared.loader();
        BrokerFence fence = new BrokerFence(id);
        metadata.installPublishers(List.of(fence)).get();
        try {
            fence.closed().get(REGISTRATION_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the controller did not say that no earlier broker is alive", e);
        }
        metadata.removeAndClosePublisher(fence).get();
    }
}
