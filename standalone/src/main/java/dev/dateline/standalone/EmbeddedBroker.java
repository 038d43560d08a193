package dev.dateline.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker and its controller in this process, durable under one folder, on loopback only. */
final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;
    /** The name of the listener that only the broker itself connects to. */
    static final String CONTROLLER = "CONTROLLER";

    private final KafkaNode node;
    private final BrokerPorts ports;

    private EmbeddedBroker(KafkaNode node, BrokerPorts ports) {
        this.node = node;
        this.ports = ports;
    }

    /**
     * Returns when the broker takes requests; a folder that was left without a shutdown is recovered first. What connects before
     * waits. The sockets are closed with the broker, or if it can't start.
     */
    static EmbeddedBroker start(Path folder, BrokerSockets sockets) throws Exception {
        try {
            Files.createDirectories(folder);
            format(folder);
            KafkaNode node = new KafkaNode(new KafkaConfig(settings(folder, sockets.ports()), false), sockets);
            node.start();
            return new EmbeddedBroker(node, sockets.ports());
        } catch (Exception e) {
            sockets.close();
            throw e;
        }
    }

    String bootstrapServers() {
        return ports.bootstrapServers();
    }

    @Override
    public void close() {
        node.close();
    }

    private static Properties settings(Path folder, BrokerPorts ports) {
        Properties settings = settings();
        settings.put("log.dirs", folder.toString());
        settings.put("node.id", NODE);
        // A static quorum: its members are known by id, so a port may change from one start to the next.
        settings.put("controller.quorum.voters", "%d@%s:%d".formatted(NODE, Loopback.ADDRESS, ports.controller()));
        settings.put("controller.listener.names", CONTROLLER);
        settings.put(
                "listeners",
                "PLAINTEXT://%s,%s://%s:%d"
                        .formatted(ports.bootstrapServers(), CONTROLLER, Loopback.ADDRESS, ports.controller()));
        settings.put("advertised.listeners", "PLAINTEXT://" + ports.bootstrapServers());
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        return settings;
    }

    private static Properties settings() {
        Properties settings = new Properties();
        try (InputStream in = EmbeddedBroker.class.getResourceAsStream("broker.properties")) {
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    /** Writes the folder's first records; does nothing to one that has them. */
    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(CONTROLLER)
                .setDirectories(List.of(folder.toString()))
                .setMetadataLogDirectory(folder.toString())
                .setIgnoreFormatted(true)
                .run();
    }
}
