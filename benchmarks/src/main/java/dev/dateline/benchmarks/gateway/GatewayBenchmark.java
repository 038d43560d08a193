package dev.dateline.benchmarks.gateway;

import dev.dateline.keys.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Single posts and streams of 1 KB and 6 KB, beside a bare producer; broker, gateway and load on this machine, each a process. */
final class GatewayBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warm-up", 60));
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("length", 15));
    private static final Duration OVERLOAD = Duration.ofSeconds(Long.getLong("overload", 60));

    /** It has to serve normally by then. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    /** Its container of 512 MiB makes the JVM take the serial collector; the heap is what an overload has to do with. */
    private static final List<String> GATEWAY_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");

    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder = Files.createTempDirectory("gateway-benchmark-");
    private final int brokerPort = freePort();
    private final int port = freePort();
    private final Secret secret = Secret.random("benchmark");

    private GatewayBenchmark() throws IOException {}

    /** Prints a table in Markdown. */
    public static void main(String... arguments) throws Exception {
        new GatewayBenchmark().run();
    }

    private void run() throws Exception {
        String broker = "127.0.0.1:" + brokerPort;
        try (Child kafka = Child.start(
                        folder.resolve("broker.log"),
                        BrokerProcess.class.getName(),
                        List.of("-Xmx512m"),
                        folder.resolve("kafka").toString(),
                        Integer.toString(brokerPort),
                        Integer.toString(freePort()));
                Child gateway = Child.start(
                        folder.resolve("gateway.log"),
                        "dev.dateline.gateway.GatewayService",
                        GATEWAY_OPTIONS,
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + broker,
                        "--dateline.gateway.partitions=4",
                        "--dateline.gateway.access-log=false",
                        // One key sends all: its limit is not what is measured.
                        "--dateline.gateway.limits.requests-per-second=100000",
                        "--dateline.gateway.keys[0].name=benchmark",
                        "--dateline.gateway.keys[0].sha256=" + secret.sha256())) {
            awaitReady(kafka, gateway);
            System.out.println("| load                         | posts/s   | p50 ms | p99 ms | CPU µs/post |");
            System.out.println("| --- | ---: | ---: | ---: | ---: |");
            try (Load load = new SingleLoad(port, secret.reveal(), new Articles(1_000), CONNECTIONS)) {
                System.out.println(Measurement.of("single, at once", load, gateway, Duration.ZERO, LENGTH));
            }
            for (int bytes : List.of(1_000, 6_000)) {
                measure(bytes, broker, gateway);
            }
            overload(broker, gateway);
        } finally {
            remove();
        }
    }

    private void measure(int bytes, String broker, Child gateway) throws IOException, InterruptedException {
        var articles = new Articles(bytes);
        try (Load load = new SingleLoad(port, secret.reveal(), articles, CONNECTIONS)) {
            System.out.println(Measurement.of("single, %,d bytes".formatted(bytes), load, gateway, WARM_UP, LENGTH));
        }
        Measurement streams;
        try (Load load = new StreamLoad(port, secret.reveal(), articles, STREAMS)) {
            streams = Measurement.of("stream, %,d bytes".formatted(bytes), load, gateway, WARM_UP, LENGTH);
            System.out.println(streams);
        }
        try (Load load = new BareProducer(broker, articles)) {
            Measurement bare = Measurement.of("bare, %,d bytes".formatted(bytes), load, gateway, WARM_UP, LENGTH);
            System.out.println(bare);
            System.out.printf("stream / bare, %,d bytes: %.2f%n", bytes, streams.perSecond() / bare.perSecond());
        }
    }

    /** Ten times the connections that it is measured with, and more than a key may have under way. */
    private void overload(String broker, Child gateway) throws IOException, InterruptedException {
        var overload = new Overload(port, secret.reveal(), 10 * CONNECTIONS, 1_000);
        try (overload) {
            Thread.sleep(OVERLOAD.toMillis());
        }
        Set<String> held = Topic.ids(broker, Overload.id(0).replaceAll("\\d", ""));
        long lost = overload.accepted().stream()
                .filter(number -> !held.contains(Overload.id(number)))
                .count();
        System.out.printf(
                "%d connections for %d s: answers %s, of the posts accepted %d are not in the topic, %d MiB of memory in all%n",
                10 * CONNECTIONS, OVERLOAD.toSeconds(), overload.statuses(), lost, gateway.memory());
        try (Load load = new SingleLoad(port, secret.reveal(), new Articles(1_000), CONNECTIONS)) {
            System.out.println(Measurement.of("single, right after that", load, gateway, Duration.ZERO, RECOVERY));
        }
    }

    private void awaitReady(Child kafka, Child gateway) throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        HttpClient http = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http, readiness)) {
            if (System.nanoTime() > end || !kafka.isAlive() || !gateway.isAlive()) {
                throw new IllegalStateException("it does not start; see " + folder);
            }
            Thread.sleep(200);
        }
    }

    private static boolean isReady(HttpClient http, URI readiness) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void remove() throws IOException {
        if (Boolean.getBoolean("keep")) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
