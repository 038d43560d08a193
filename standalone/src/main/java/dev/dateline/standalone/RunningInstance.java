package dev.dateline.standalone;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;

/**
 * What runs on a data folder, as it says itself in {@code DIR/running.properties}.
 *
 * @param kafka the embedded broker's host and port
 */
public record RunningInstance(long pid, URI gateway, URI explorer, Path apiKeyFile, String kafka) {

    private static final Duration POLL = Duration.ofMillis(50);

    /** The instance that runs on the folder, if one does: the file alone is no proof, its process must live. */
    public static Optional<RunningInstance> in(Path data) {
        Properties said = new Properties();
        try (var in = Files.newBufferedReader(file(data))) {
            said.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningInstance instance = new RunningInstance(
                Long.parseLong(said.getProperty("pid")),
                URI.create(said.getProperty("gateway")),
                URI.create(said.getProperty("explorer")),
                Path.of(said.getProperty("api-key-file")),
                said.getProperty("kafka"));
        return Optional.of(instance).filter(it -> command(it.pid).equals(said.getProperty("command")));
    }

    /** Asks it to end, as SIGTERM does, and waits. False if it lives on after the patience is over. */
    public boolean end(Duration patience) {
        String program = command(pid);
        long begin = System.nanoTime();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        while (!program.isEmpty() && command(pid).equals(program)) {
            if (System.nanoTime() - begin > patience.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    void announce(Path data) throws IOException {
        Properties said = new Properties();
        said.setProperty("pid", Long.toString(pid));
        said.setProperty("command", command(pid));
        said.setProperty("gateway", gateway.toString());
        said.setProperty("explorer", explorer.toString());
        said.setProperty("api-key-file", apiKeyFile.toString());
        said.setProperty("kafka", kafka);
        StringWriter text = new StringWriter();
        said.store(text, null);
        SafeFile.write(file(data), text.toString());
    }

    static void retract(Path data) throws IOException {
        Files.deleteIfExists(file(data));
    }

    private static Path file(Path data) {
        return data.resolve("running.properties");
    }

    /** The program that the process runs: a pid alone may be another's by now. Empty for one that is gone or a zombie. */
    private static String command(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .orElse("");
    }
}
