package dev.dateline.benchmarks.gateway;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What the producer's waiting for more ({@code linger.ms}) and the size of its batches are worth: one client's answer time, the
 * rate and cost of many and of streams, and what the posts of many take in the topic. Each setting has a gateway of its own; the
 * default comes twice, to show how far two runs of the same differ.
 */
final class BatchingBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(Long.getLong("warm-up", 60));
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("length", 15));

    private static final int POST_BYTES = 1_000;
    private static final int CONNECTIONS = 64;
    private static final int STREAMS = 4;

    private static final List<Setting> SETTINGS = List.of(
            new Setting(5, 64),
            new Setting(0, 64),
            new Setting(1, 64),
            new Setting(2, 64),
            new Setting(10, 64),
            new Setting(20, 64),
            new Setting(5, 16),
            new Setting(5, 256),
            new Setting(5, 64));

    private BatchingBenchmark() {}

    private record Setting(int lingerMillis, int batchKib) {

        String[] arguments() {
            return new String[] {
                "--spring.kafka.producer.properties.linger.ms=" + lingerMillis,
                "--spring.kafka.producer.batch-size=%dKB".formatted(batchKib)
            };
        }

        @Override
        public String toString() {
            return "%d ms, %d KiB".formatted(lingerMillis, batchKib);
        }
    }

    /** Prints a table in Markdown. */
    public static void main(String... arguments) throws Exception {
        System.out.println(Measurement.HEAD);
        for (Setting setting : SETTINGS) {
            try (var gateway = new MeasuredGateway(setting.arguments())) {
                measure(setting, gateway);
            }
        }
    }

    private static void measure(Setting setting, MeasuredGateway gateway) throws IOException, InterruptedException {
        var articles = new Articles(POST_BYTES);
        try (Load many = new SingleLoad(gateway.port(), gateway.key(), articles, CONNECTIONS)) {
            print(setting + ", single", many, gateway, WARM_UP);
            System.out.printf("%s: %d bytes a post in the topic%n", setting, gateway.topicBytes() / many.done());
        }
        try (Load one = new SingleLoad(gateway.port(), gateway.key(), articles, 1)) {
            print(setting + ", one client", one, gateway, Duration.ZERO);
        }
        try (Load streams = new StreamLoad(gateway.port(), gateway.key(), articles, STREAMS)) {
            print(setting + ", stream", streams, gateway, WARM_UP.dividedBy(2));
        }
    }

    private static void print(String name, Load load, MeasuredGateway gateway, Duration warmUp)
            throws InterruptedException {
        System.out.println(Measurement.of(name, load, gateway.process(), warmUp, LENGTH));
    }
}
