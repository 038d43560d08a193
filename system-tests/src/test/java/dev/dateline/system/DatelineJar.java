package dev.dateline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code dateline.jar} as the build packed it, run as a process in a folder. */
record DatelineJar(Path java, Path folder, Map<String, String> environment) {

    private static final Path JAR =
            Path.of("../cli/target/dateline.jar").toAbsolutePath().normalize();

    /** Far more than any command needs here: a test that hangs is to fail, not to be slow. */
    private static final long PATIENCE_SECONDS = 180;

    /** What a command left behind. */
    record Result(int exitCode, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        String lastLine() {
            List<String> lines = lines();
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
    }

    static DatelineJar in(Path folder, Map<String, String> environment) {
        return new DatelineJar(
                ProcessHandle.current().info().command().map(Path::of).orElseThrow(), folder, environment);
    }

    /** Runs a command to its end. */
    Result run(String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            Process process = start(out, err, arguments);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError("still running: dateline " + String.join(" ", arguments));
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts a command, with its output in files. */
    Process start(Path out, Path err, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java.toString(), "-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
