package dev.dateline.benchmarks.pipeline;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How the standalone is started.
 *
 * @param partitions of each topic
 * @param consumers extractors, and as many savers
 */
record Setup(int partitions, int consumers) {

    /** As users have it, who give no options. */
    static final Setup DEFAULT = new Setup(0, 0);

    /** Each number of partitions with each of consumers; an empty list leaves that to Dateline. */
    static List<Setup> all(List<Integer> partitions, List<Integer> consumers) {
        return orDefault(partitions)
                .boxed()
                .flatMap(p -> orDefault(consumers).mapToObj(c -> new Setup(p, c)))
                .toList();
    }

    /** What {@code dateline up} is given. */
    List<String> options() {
        String number = Integer.toString(consumers);
        return consumers == 0 ? List.of() : List.of("--extractors", number, "--savers", number);
    }

    /** What its JVM is given, beside what the launcher gives it. */
    List<String> jvmOptions() {
        return partitions == 0 ? List.of() : List.of("-Ddateline.standalone.partitions=" + partitions);
    }

    @Override
    public String toString() {
        return "%s partitions, %s consumers"
                .formatted(partitions == 0 ? "default" : partitions, consumers == 0 ? "default" : consumers);
    }

    private static IntStream orDefault(List<Integer> numbers) {
        return numbers.isEmpty() ? IntStream.of(0) : numbers.stream().mapToInt(Integer::intValue);
    }
}
