package dev.dateline.benchmarks.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Single posts and streams of 1 KB and 6 KB, beside a bare producer; broker, gateway and load on this machine, each a process. */
final class GatewayBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warm-up", 60));
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("length", 15));
    private static final Duration OVERLOAD = Duration.ofSeconds(Long.getLong("overload", 60));

    /** It has to serve normally by then. */
    private static final Duration RECOVERY = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 4;

    private final MeasuredGateway gateway;

    private GatewayBenchmark(MeasuredGateway gateway) {
        this.gateway = gateway;
    }

    /** Prints a table in Markdown. */
    public static void main(String... arguments) throws Exception {
        try (var gateway = new MeasuredGateway()) {
            new GatewayBenchmark(gateway).run();
        }
    }

    private void run() throws Exception {
        System.out.println(Measurement.HEAD);
        try (Load load = single(1_000)) {
            System.out.println(measure("single, at once", load, Duration.ZERO, LENGTH));
        }
        for (int bytes : List.of(1_000, 6_000)) {
            compare(bytes);
        }
        overload();
    }

    private void compare(int bytes) throws IOException, InterruptedException {
        var articles = new Articles(bytes);
        try (Load load = single(bytes)) {
            System.out.println(measure("single, %,d bytes".formatted(bytes), load, WARM_UP, LENGTH));
        }
        Measurement streams;
        try (Load load = new StreamLoad(gateway.port(), gateway.key(), articles, STREAMS)) {
            streams = measure("stream, %,d bytes".formatted(bytes), load, WARM_UP, LENGTH);
            System.out.println(streams);
        }
        try (Load load = new BareProducer(gateway.broker(), articles)) {
            Measurement bare = measure("bare, %,d bytes".formatted(bytes), load, WARM_UP, LENGTH);
            System.out.println(bare);
            System.out.printf("stream / bare, %,d bytes: %.2f%n", bytes, streams.perSecond() / bare.perSecond());
        }
    }

    /** Ten times the connections that it is measured with, and more than a key may have under way. */
    private void overload() throws IOException, InterruptedException {
        var overload = new Overload(gateway.port(), gateway.key(), 10 * CONNECTIONS, 1_000);
        try (overload) {
            Thread.sleep(OVERLOAD.toMillis());
        }
        Set<String> held = Topic.ids(gateway.broker(), Overload.id(0).replaceAll("\\d", ""));
        long lost = overload.accepted().stream()
                .filter(number -> !held.contains(Overload.id(number)))
                .count();
        System.out.printf(
                "%d connections for %d s: answers %s, of the posts accepted %d are not in the topic, %d MiB of memory in all%n",
                10 * CONNECTIONS,
                OVERLOAD.toSeconds(),
                overload.statuses(),
                lost,
                gateway.process().memory());
        try (Load load = single(1_000)) {
            System.out.println(measure("single, right after that", load, Duration.ZERO, RECOVERY));
        }
    }

    private Load single(int bytes) throws IOException {
        return new SingleLoad(gateway.port(), gateway.key(), new Articles(bytes), CONNECTIONS);
    }

    private Measurement measure(String name, Load load, Duration warmUp, Duration length) throws InterruptedException {
        return Measurement.of(name, load, gateway.process(), warmUp, length);
    }
}
