package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.client.ExplorerClient;
import dev.dateline.standalone.RunningInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A {@code dateline up} on an empty folder of its own, which goes with it.
 *
 * @param readySeconds from its start to its taking work
 */
record RunningDateline(Process process, Path data, RunningInstance instance, double readySeconds)
        implements AutoCloseable {

    /** Far more than it takes to start on a busy machine, the launcher's own build of the command not included. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int END_SECONDS = 30;

    static RunningDateline start(Launcher launcher, Setup setup) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(launcher.folder(), "data-");
        var arguments =
                new ArrayList<>(List.of("up", "--data", data.toString(), "--port", "0", "--explorer-port", "0"));
        arguments.addAll(setup.options());
        long begin = System.nanoTime();
        Process process = launcher.start("up.log", setup.jvmOptions(), arguments);
        Optional<RunningInstance> instance = Optional.empty();
        while (instance.isEmpty()) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException(
                        "dateline up does not start; see " + launcher.folder().resolve("up.log"));
            }
            Thread.sleep(LOOK.toMillis());
            instance = RunningInstance.in(data);
        }
        return new RunningDateline(process, data, instance.get(), (System.nanoTime() - begin) / 1e9);
    }

    long pid() {
        return process.pid();
    }

    ExplorerClient explorer() {
        return new ExplorerClient(instance.explorer());
    }

    Path database() {
        return data.resolve("dateline.db");
    }

    /** How its JVM was set by the launcher, to run another one alike. */
    List<String> jvmOptions() {
        return Arrays.stream(process.info().arguments().orElseThrow())
                .filter(argument -> argument.startsWith("-X") && !argument.startsWith("-XX:SharedArchiveFile"))
                .toList();
    }

    /** The most memory that it ever had, its heap and all else. Linux tells. */
    long peakMemory() throws IOException {
        try (Stream<String> status = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Folders.delete(data);
    }
}
