package dev.dateline.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the processes of a run wrote, all of them together. */
final class Logs {

    /** What a process calls an error, and a fault of the script explains. */
    private static final List<Pattern> EXPLAINED = List.of(
            // The producer tries again or gives the post up, and then its client tries again (KAFKA-14359).
            Pattern.compile("ReplicaManager.* Error processing append operation"),
            // A saver that was frozen until its group gave its partitions away commits before it hears of that.
            Pattern.compile(
                    "^saver-\\d+\\.log: .*ConsumerCoordinator.* Offset commit failed .* not aware of this member"),
            // Who ends while a killed broker comes back can't take leave of its group, which misses it soon enough.
            Pattern.compile(
                    "ConsumerCoordinator.* LeaveGroup request .* failed with error: The coordinator is loading"),
            // Its controller makes itself known again before it is in office.
            Pattern.compile("ControllerApis.* Unexpected error handling request .*CONTROLLER_REGISTRATION"),
            // A broker that gets no core for its session's 2 s is taken for dead, and reads its groups again when it is
            // back.
            Pattern.compile(
                    "CoordinatorRuntime.* Failed to load metadata .* the partition is not online or is no longer the leader"),
            // The broker measures how long it waits for a core, and there are more processes than cores.
            Pattern.compile("EventPerformanceMonitor|event queue overloaded"));

    /** What a saver says of a store that is away, at work or at its start; it waits for Kafka too, and says so in other words. */
    private static final Pattern WAITS_FOR_STORE = Pattern.compile(
            "(PartitionSaver .* waits: |StoreOpener .*waiting for the store \\()(the Firestore emulator|SQLite's file)");

    private final Path folder;

    Logs(Path folder) {
        this.folder = folder;
    }

    /** Fails with the first errors that none of the script's faults explains. */
    void assertNoUnexplainedError() {
        assertThat(lines("", "ERROR")
                        .filter(line -> EXPLAINED.stream()
                                .noneMatch(explained -> explained.matcher(line).find()))
                        .limit(20))
                .as("errors in the logs")
                .isEmpty();
    }

    /** How often each kind of warning came; numbers, names and places left out. */
    Map<String, Long> warnings() {
        return lines("", "WARN")
                .map(line -> line.replaceFirst("^.*?WARN +", "").replaceAll("[0-9a-zA-Z_-]*\\d[0-9a-zA-Z_-]*", "#"))
                .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
    }

    /** How often a saver said that it waits for the store. */
    long waitsForStore() {
        return lines("saver-", "WARN")
                .filter(line -> WAITS_FOR_STORE.matcher(line).find())
                .count();
    }

    private Stream<String> lines(String process, String level) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(process + ".*\\.log"))
                    .sorted()
                    .flatMap(file -> lines(file, level))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file, String level) {
        Pattern line = Pattern.compile("\\S+ +(?:\\|-)?%s .*".formatted(level));
        try {
            // Of one that runs, the last character may be half written.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(text -> line.matcher(text).matches())
                    .map(text -> file.getFileName() + ": " + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
