package dev.dateline.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Where the embedded broker listens on loopback. Kept from one start to the next, for whoever looks at the broker with Kafka's
 * tools; its own records name nodes by id, not by port.
 */
record BrokerPorts(int broker, int controller) {

    /** Any that are free. */
    static final BrokerPorts ANY = new BrokerPorts(0, 0);

    /** {@link #ANY} if there is no such file. */
    static BrokerPorts read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return ANY;
        }
        Properties ports = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            ports.load(in);
        }
        return new BrokerPorts(
                Integer.parseInt(ports.getProperty("broker", "0")),
                Integer.parseInt(ports.getProperty("controller", "0")));
    }

    void write(Path file) throws IOException {
        SafeFile.write(file, "broker=%d\ncontroller=%d\n".formatted(broker, controller));
    }

    /** Where clients find the broker. */
    String bootstrapServers() {
        return Loopback.ADDRESS + ":" + broker;
    }
}
