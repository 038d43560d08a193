package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param posts that were accepted, each with an id of its own
 * @param counted articles in the store
 * @param repeats requests with an id that had been sent before
 * @param poison posts that can't be processed
 * @param differences between the store and a recount: publications and entities
 * @param shown the first of them
 * @param memory of each process at the end, in MiB
 * @param standstills of each group: how long it did not work on a partition, at most
 * @param logs of all processes
 * @param backlog from the last post's acceptance until everything was in the store
 */
record Outcome(
        Map<Fault, Long> faults,
        long posts,
        long counted,
        long repeats,
        long poison,
        long deadLetters,
        long differences,
        List<String> shown,
        Duration backlog,
        Map<String, Duration> standstills,
        Map<String, Long> memory,
        Logs logs) {

    @Override
    public String toString() {
        String kinds = faults.entrySet().stream()
                .map(fault -> fault.getValue() + " " + fault.getKey())
                .collect(Collectors.joining(", "));
        return """
                faults          %s
                posts           %d accepted, %d counted, %d repeats
                dead letters    %d of %d
                differences     %d %s
                drained after   %d s
                stood still     %s
                memory, MiB     %s""".formatted(
                        kinds,
                        posts,
                        counted,
                        repeats,
                        deadLetters,
                        poison,
                        differences,
                        shown,
                        backlog.toSeconds(),
                        standstills,
                        memory);
    }

    /** Prints it, and fails unless every accepted post was counted once and every other one set aside once. */
    void assertExact(long seed) {
        System.out.println(this);
        logs.warnings().forEach((warning, times) -> System.out.printf("%6d %s%n", times, warning));
        assertThat(counted).as("articles, seed %d", seed).isEqualTo(posts);
        assertThat(shown).as("differences, seed %d", seed).isEmpty();
        assertThat(deadLetters).as("dead letters, seed %d", seed).isEqualTo(poison);
        logs.assertNoUnexplainedError();
    }
}
