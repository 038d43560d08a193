package dev.dateline.system.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a process of its own, which can be killed, frozen and started again, always with the same arguments. */
final class Jvm {

    /** SIGTERM has to have done its work by then. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final String name;
    private final int port;
    private final Path log;
    private final List<String> command;
    private Process process;

    /** The program listens at the port; its output goes to {@code NAME.log} in the folder. */
    Jvm(String name, Path folder, ClassArchive classes, String heap, int port, String main, List<String> arguments) {
        this.name = name;
        this.port = port;
        this.log = folder.resolve(name + ".log");
        command = new ArrayList<>(List.of(ClassArchive.java()));
        command.addAll(classes.options());
        command.addAll(List.of(
                "-Xmx" + heap,
                // Starts sooner, and a process here often lives for seconds only.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                main));
        command.addAll(arguments);
    }

    synchronized void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something, and returns when it says this line once more after that. */
    void awaitNext(String line, Runnable cause) {
        long before = count(line);
        cause.run();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> count(line) > before);
    }

    synchronized void startUnlessAlive() {
        if (!isAlive()) {
            start();
        }
    }

    /** SIGKILL: nothing of it gets a chance to tidy up. */
    synchronized void kill() {
        process.destroyForcibly();
        // A frozen process too.
        exited(Duration.ofSeconds(30));
    }

    /** True once it listens at its port, which a service does when all of it has been put together, and the broker at once. */
    boolean isUp() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGTERM. It ends in time if it is up; one that still loads its classes, on a busy machine, is not waited for. */
    synchronized void terminate() {
        boolean wasUp = isUp();
        process.destroy();
        if (!exited(GRACE)) {
            kill();
            if (wasUp) {
                throw new AssertionError("%s still runs %s after SIGTERM, see %s".formatted(name, GRACE, log));
            }
        }
        if (process.descendants().findAny().isPresent()) {
            throw new AssertionError(name + " left processes behind");
        }
    }

    /** SIGSTOP: it stands still in the middle of whatever it does. */
    void freeze() {
        signal("STOP");
    }

    /** SIGCONT: it goes on as if no time had passed. */
    void thaw() {
        signal("CONT");
    }

    synchronized boolean wasStarted() {
        return process != null;
    }

    synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** What it has of the machine's memory now, in MiB; 0 if it is gone. */
    synchronized long memory() {
        if (process == null) {
            return 0;
        }
        try (var status = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    String name() {
        return name;
    }

    private long count(String line) {
        try {
            // The last character may be half written.
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line::equals)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean exited(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
