package dev.dateline.cluster;

import dev.dateline.store.firestore.FirestoreEmulator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;

/** A broker, Firestore's emulator and the services on one network, a container each; extractors are added as a test wants them. */
final class Deployment implements AutoCloseable {

    static final String KEY = "dl_test_0123456789";
    static final int PARTITIONS = 8;

    private static final String FIRESTORE = "firestore:" + FirestoreEmulator.PORT;

    private final Network network = Network.newNetwork();

    final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1")
            .withNetwork(network)
            .withListener("kafka:19092")
            // Of each its own topic would have 50: seconds of making files.
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1")
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "1")
            // It lives for minutes: what the second compiler costs, it does not earn back.
            .withEnv("KAFKA_OPTS", "-XX:TieredStopAtLevel=1")
            // A killed extractor's transaction is decided within a second of its timeout.
            .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000")
            // The image's set-up rewrites its own files, which a local build of it may have left read-only.
            .withCreateContainerCmdModifier(command -> command.withUser("root"));

    final GenericContainer<?> firestore =
            FirestoreEmulator.container().withNetwork(network).withNetworkAliases("firestore");

    final ServiceContainer gateway = service(
                    "gateway",
                    Map.of("DATELINE_GATEWAY_KEYS_0_NAME", "test", "DATELINE_GATEWAY_KEYS_0_SHA256", sha256(KEY)))
            .withExposedPorts(8080, ServiceContainer.MANAGEMENT)
            .checkingItself();

    final ServiceContainer saver = service(
            "saver",
            Map.of(
                    "DATELINE_SAVER_STORE_TYPE", "firestore",
                    "DATELINE_SAVER_STORE_PROJECT", "test",
                    "DATELINE_SAVER_STORE_EMULATOR", FIRESTORE,
                    "DATELINE_SAVER_LINGER", "500ms"));

    final ServiceContainer explorer = service(
                    "explorer",
                    Map.of(
                            "DATELINE_EXPLORER_STORE_TYPE", "firestore",
                            "DATELINE_EXPLORER_STORE_PROJECT", "test",
                            "DATELINE_EXPLORER_STORE_EMULATOR", FIRESTORE))
            .withExposedPorts(8081, ServiceContainer.MANAGEMENT);

    final List<ServiceContainer> extractors = new ArrayList<>();

    /** Everything, with one extractor. */
    void start() {
        // The services would wait for these, and take their time on a small machine.
        Startables.deepStart(kafka, firestore).join();
        Startables.deepStart(gateway, saver, explorer, anotherExtractor()).join();
    }

    /** Starts more extractors, all at once. */
    void addExtractors(int count) {
        Startables.deepStart(
                        Stream.generate(this::anotherExtractor).limit(count).toList())
                .join();
    }

    private ServiceContainer anotherExtractor() {
        ServiceContainer extractor = service(
                "extractor",
                Map.of(
                        "DATELINE_EXTRACTOR_TRANSACTION_PREFIX", "extractor-%d-".formatted(extractors.size()),
                        "DATELINE_EXTRACTOR_CONCURRENCY", "1",
                        // Small ones, so that many are under way when something happens.
                        "DATELINE_EXTRACTOR_BATCH_SIZE", "10",
                        "DATELINE_EXTRACTOR_LINGER", "100ms"));
        extractors.add(extractor);
        return extractor;
    }

    private ServiceContainer service(String name, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092");
        environment.put(
                "DATELINE_%s_PARTITIONS".formatted(name.toUpperCase(java.util.Locale.ROOT)),
                Integer.toString(PARTITIONS));
        return new ServiceContainer(name + "-service", network, environment);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        extractors.forEach(ServiceContainer::stop);
        Stream.of(gateway, saver, explorer, firestore, kafka).parallel().forEach(GenericContainer::stop);
        network.close();
    }
}
