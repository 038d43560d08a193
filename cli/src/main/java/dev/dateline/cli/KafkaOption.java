package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.letters.Kafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Kafka is. */
final class KafkaOption {

    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            description = "Kafka (otherwise DATELINE_KAFKA, or what runs on ./dateline-data).")
    private @Nullable String servers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "More settings of Kafka's clients, such as those of security, as a properties file.")
    private @Nullable Path config;

    Kafka connect(Endpoints endpoints) {
        Map<String, Object> settings = new HashMap<>();
        if (config != null) {
            Properties more = read(config);
            more.stringPropertyNames().forEach(name -> settings.put(name, more.getProperty(name)));
        }
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, endpoints.kafka(servers));
        return new Kafka(settings);
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
