package dev.dateline.benchmarks.gateway;

import java.time.Duration;

/**
 * What a load came to.
 *
 * @param posts that were answered
 * @param time that they took
 * @param cpu that the gateway used in it; zero where there is none
 */
record Measurement(String name, long posts, Duration time, Duration cpu, Duration median, Duration p99) {

    /** Of a table in Markdown, whose rows these are. */
    static final String HEAD =
            "| load                         | posts/s   | p50 ms | p99 ms | CPU µs/post |%n| --- | ---: | ---: | ---: | ---: |"
                    .formatted();

    /** Lets the load run until everything is compiled, and then measures. */
    static Measurement of(String name, Load load, Child gateway, Duration warmUp, Duration length)
            throws InterruptedException {
        Thread.sleep(warmUp.toMillis());
        load.reset();
        Duration cpu = gateway.cpu();
        long done = load.done();
        long begin = System.nanoTime();
        Thread.sleep(length.toMillis());
        long posts = load.done() - done;
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        return new Measurement(
                name, posts, time, gateway.cpu().minus(cpu), load.percentile(0.5), load.percentile(0.99));
    }

    double perSecond() {
        return posts / (time.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        double micros = cpu.toNanos() / 1e3 / posts;
        return "| %-28s | %,9.0f | %6.1f | %6.1f | %8.1f |"
                .formatted(name, perSecond(), median.toNanos() / 1e6, p99.toNanos() / 1e6, micros);
    }
}
