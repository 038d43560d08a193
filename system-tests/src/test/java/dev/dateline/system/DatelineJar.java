package dev.dateline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code dateline.jar} as the build packed it, run as a process in a folder. */
record DatelineJar(List<String> start, Path folder, Map<String, String> environment) {

    /** Made by cli's build, which {@code -am} makes part of this one: the launcher and the jar at their places, without sources. */
    private static final Path HOME =
            Path.of("../cli/target/home").toAbsolutePath().normalize();

    private static final Path JAR = HOME.resolve("cli/target/dateline.jar");

    /** Processes of seconds: what the second compiler costs, they do not earn back. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** Far more than any command needs here: a test that hangs is to fail, not to be slow. */
    private static final long PATIENCE_SECONDS = 900;

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

    /** The jar alone, with the JDK of this JVM. */
    static DatelineJar in(Path folder, Map<String, String> environment) {
        return new DatelineJar(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx1g",
                        QUICK,
                        "-jar",
                        JAR.toString()),
                folder,
                environment);
    }

    /** The way that the README shows, with the JDK of this JVM: the launcher unpacks the jar and archives its classes, once. */
    static DatelineJar launched(Path folder) {
        return new DatelineJar(
                List.of("sh", HOME.resolve("dateline").toString()),
                folder,
                Map.of("JAVA_HOME", System.getProperty("java.home"), "DATELINE_JAVA_OPTS", QUICK));
    }

    /** That way, as someone who only just has it, with a JDK of their choice. */
    static DatelineJar launched(Path folder, Path javaHome) {
        return new DatelineJar(
                List.of("sh", HOME.resolve("dateline").toString()), folder, Map.of("JAVA_HOME", javaHome.toString()));
    }

    /** With one more option for the JVM; the launcher only. */
    DatelineJar with(String javaOption) {
        var more = new HashMap<>(environment);
        more.merge("DATELINE_JAVA_OPTS", javaOption, (all, one) -> all + " " + one);
        return new DatelineJar(start, folder, Map.copyOf(more));
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

    /** Starts a command, with its output in files. The launcher becomes the process that it starts. */
    Process start(Path out, Path err, String... arguments) throws IOException {
        var command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
