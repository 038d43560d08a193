package dev.dateline.system.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** Dateline as processes: a broker, a gateway, extractors and savers. */
final class Cluster implements AutoCloseable {

    static final int PARTITIONS = 4;
    static final int MOST_EXTRACTORS = 3;
    static final String API_KEY = "dl_test_0123456789";

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final ClassArchive classes;
    private final int brokerPort = freePort();
    private final int gatewayPort = freePort();
    private final Jvm broker;
    private final Jvm gateway;
    private List<Jvm> extractors = List.of();
    private List<Jvm> savers = List.of();

    Cluster(Path folder) throws IOException {
        this.folder = folder;
        this.classes = new ClassArchive();
        broker = new Jvm(
                "broker",
                folder,
                classes,
                "512m",
                brokerPort,
                "dev.dateline.standalone.BrokerProcess",
                List.of(
                        folder.resolve("kafka").toString(),
                        Integer.toString(brokerPort),
                        Integer.toString(freePort())));
        gateway = service(
                "gateway",
                "256m",
                gatewayPort,
                "dev.dateline.gateway.GatewayService",
                List.of(
                        "--dateline.gateway.key-hashes=" + sha256(API_KEY),
                        "--dateline.gateway.keys[0].name=test",
                        "--dateline.gateway.keys[0].sha256=" + sha256(API_KEY),
                        "--dateline.gateway.partitions=" + PARTITIONS));
    }

    /** All but the extractors. */
    void start(TestedStore store) {
        broker.start();
        // The others would wait for it too, and take its time on a small machine.
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> !admin.describeCluster().nodes().get().isEmpty());
        }
        gateway.start();
        savers = IntStream.range(0, 2)
                .mapToObj(i -> service(
                        "saver-" + i,
                        "256m",
                        freePort(),
                        "dev.dateline.saver.SaverService",
                        with(
                                store.ofSaver(),
                                "--dateline.saver.partitions=" + PARTITIONS,
                                "--dateline.saver.concurrency=1")))
                .toList();
        savers.forEach(Jvm::start);
    }

    /** Ends the extractors that run and starts two of this main class, which a test may want to be worse than ours. */
    void extract(String main) {
        extractors.parallelStream().filter(Jvm::isAlive).forEach(Jvm::terminate);
        extractors = IntStream.range(0, MOST_EXTRACTORS)
                .mapToObj(i -> service(
                        "extractor-" + i,
                        "1g",
                        freePort(),
                        main,
                        List.of(
                                "--dateline.extractor.transaction-prefix=extractor-%d-".formatted(i),
                                "--dateline.extractor.partitions=" + PARTITIONS,
                                "--dateline.extractor.concurrency=1",
                                "--dateline.extractor.batch-size=50",
                                "--dateline.extractor.linger=100ms")))
                .toList();
        extractors.stream().limit(2).forEach(Jvm::start);
    }

    Jvm broker() {
        return broker;
    }

    Jvm gateway() {
        return gateway;
    }

    /** Of which the third runs only now and then. */
    List<Jvm> extractors() {
        return extractors;
    }

    List<Jvm> savers() {
        return savers;
    }

    Stream<Jvm> all() {
        return Stream.of(List.of(broker, gateway), extractors, savers).flatMap(List::stream);
    }

    /** What all processes wrote, those that were killed too. */
    Logs logs() {
        return new Logs(folder);
    }

    /** What each running process has of the machine's memory now, in MiB. */
    Map<String, Long> memory() {
        return all().filter(Jvm::isAlive)
                .collect(Collectors.toMap(Jvm::name, Jvm::memory, (one, other) -> one, TreeMap::new));
    }

    String kafka() {
        return "127.0.0.1:" + brokerPort;
    }

    URI gatewayUrl() {
        return URI.create("http://127.0.0.1:" + gatewayPort);
    }

    @Override
    public void close() {
        all().filter(Jvm::wasStarted).forEach(Jvm::kill);
    }

    private Jvm service(String name, String heap, int port, String main, List<String> arguments) {
        return new Jvm(
                name,
                folder,
                classes,
                heap,
                port,
                main,
                with(arguments, "--server.port=" + port, "--spring.kafka.bootstrap-servers=" + kafka()));
    }

    private static List<String> with(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return all;
    }

    /** Free, also while whoever listens there is killed: below those that Linux gives to any connection, 32768 and up. */
    private static int freePort() {
        return ThreadLocalRandom.current()
                .ints(16_384, 32_768)
                .filter(Cluster::isFree)
                .filter(GIVEN::add)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
