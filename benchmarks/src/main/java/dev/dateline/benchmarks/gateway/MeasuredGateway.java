package dev.dateline.benchmarks.gateway;

import dev.dateline.keys.Secret;
import dev.dateline.model.Topics;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A broker and a gateway, each a process of this machine, which are measured and then gone with all that they wrote. */
final class MeasuredGateway implements AutoCloseable {

    /** Its container of 512 MiB makes the JVM take the serial collector; the heap is what an overload has to do with. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder = Files.createTempDirectory("gateway-benchmark-");
    private final int brokerPort = freePort();
    private final int port = freePort();
    private final Secret secret = Secret.random("benchmark");
    private final Child kafka;
    private final Child gateway;

    /** Returns when it takes posts. The settings are Spring's: {@code --name=value}. */
    MeasuredGateway(String... settings) throws IOException, InterruptedException {
        kafka = Child.start(
                folder.resolve("broker.log"),
                BrokerProcess.class.getName(),
                List.of("-Xmx512m"),
                folder.resolve("kafka").toString(),
                Integer.toString(brokerPort),
                Integer.toString(freePort()));
        var arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.kafka.bootstrap-servers=" + broker(),
                "--dateline.gateway.partitions=4",
                "--dateline.gateway.access-log=false",
                // One key sends all: its limit is not what is measured.
                "--dateline.gateway.limits.requests-per-second=100000",
                "--dateline.gateway.keys[0].name=benchmark",
                "--dateline.gateway.keys[0].sha256=" + secret.sha256()));
        arguments.addAll(List.of(settings));
        gateway = Child.start(
                folder.resolve("gateway.log"),
                "dev.dateline.gateway.GatewayService",
                OPTIONS,
                arguments.toArray(String[]::new));
        awaitReady();
    }

    String broker() {
        return "127.0.0.1:" + brokerPort;
    }

    int port() {
        return port;
    }

    /** Opens it. */
    String key() {
        return secret.reveal();
    }

    /** The gateway alone. */
    Child process() {
        return gateway;
    }

    /** What the topic of posts takes on the broker's disk. */
    long topicBytes() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("kafka"))) {
            return files.filter(file -> file.toString().matches(".*/" + Topics.POSTS + "-\\d+/\\d+\\.log"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void awaitReady() throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        HttpClient http = HttpClient.newHttpClient();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(http, readiness)) {
            if (System.nanoTime() > end || !kafka.isAlive() || !gateway.isAlive()) {
                gateway.close();
                kafka.close();
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

    @Override
    public void close() throws IOException {
        gateway.close();
        kafka.close();
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
