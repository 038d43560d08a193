package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that a benchmark found; the JSON that is kept of it, and that charts are drawn from.
 *
 * @param runs each set with each setup, as often as it was repeated
 * @param latency null where it was left out
 * @param observation null where it was left out
 */
record Report(
        Machine machine,
        List<Run> runs,
        Ceiling ceiling,
        List<Peer> peers,
        Latency.@Nullable Result latency,
        @Nullable Observation observation,
        List<LingerCost> lingers) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Where and when.
     *
     * @param load the machine's load average before the benchmark began: above 1 something else ran too
     */
    record Machine(Instant date, int cores, String java, double load) {

        static Machine now() {
            return new Machine(
                    Instant.now(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version().toString(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }

    static Report read(Path file) {
        return JSON.readValue(file, Report.class);
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writeValue(file, this);
    }

    /** The run of each set, setup and pass whose time is the median of its repeats. */
    List<Run> medians() {
        return runs.stream().map(Key::of).distinct().map(this::median).toList();
    }

    /** Those medians that are of the first set and setup, one for each pass. */
    List<Run> passes() {
        List<Run> medians = medians();
        Run first = medians.get(0);
        return medians.stream()
                .filter(run -> run.size().equals(first.size()) && run.setup().equals(first.setup()))
                .toList();
    }

    private record Key(int articles, Setup setup, int pass) {

        static Key of(Run run) {
            return new Key(run.size().articles(), run.setup(), run.pass());
        }
    }

    private Run median(Key key) {
        List<Run> repeats = runs.stream().filter(run -> key.equals(Key.of(run))).toList();
        double median = new Percentiles(
                        repeats.stream().map(run -> run.times().seconds()).toList())
                .median();
        return repeats.stream()
                .filter(run -> run.times().seconds() == median)
                .findFirst()
                .orElseThrow();
    }
}
