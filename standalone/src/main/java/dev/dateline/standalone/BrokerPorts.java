package dev.dateline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the embedded broker listens on loopback: chosen once, kept in {@code DIR/ports}, and chosen anew only when something
 * else took one. (The broker's own records name nodes by id, not by port.)
 */
record BrokerPorts(int broker, int controller) {

    static BrokerPorts of(DataFolder folder) throws IOException {
        Path file = folder.path().resolve("ports");
        if (Files.exists(file)) {
            BrokerPorts kept = read(file);
            if (Loopback.isFree(kept.broker) && Loopback.isFree(kept.controller)) {
                return kept;
            }
        }
        BrokerPorts chosen = choose();
        SafeFile.write(file, "broker=%d\ncontroller=%d\n".formatted(chosen.broker, chosen.controller));
        return chosen;
    }

    /** Where clients find the broker. */
    String bootstrapServers() {
        return Loopback.ADDRESS + ":" + broker;
    }

    private static BrokerPorts choose() throws IOException {
        try (var broker = Loopback.bind(0);
                var controller = Loopback.bind(0)) {
            return new BrokerPorts(broker.getLocalPort(), controller.getLocalPort());
        }
    }

    private static BrokerPorts read(Path file) throws IOException {
        Properties ports = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            ports.load(in);
        }
        return new BrokerPorts(
                Integer.parseInt(ports.getProperty("broker", "0")),
                Integer.parseInt(ports.getProperty("controller", "0")));
    }
}
