package dev.dateline.cli.up;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Terminal;
import dev.dateline.standalone.FileProblem;
import dev.dateline.standalone.RunningInstance;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs this same command again in a process of its own, without {@code --detach}, and waits until it is ready. */
public final class DetachedUp {

    private static final String OPTION = "--detach";
    private static final String ERROR_BEGINNING = "dateline: ";
    private static final byte[] NOTHING = {};
    private static final long POLL_MILLIS = 50;

    private final Terminal terminal;

    public DetachedUp(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows what the process says until it is ready. From then on that goes to {@code DIR/logs/up.log} only.
     *
     * @throws Failure with the line that the process ended with
     */
    public void start(Path data) {
        Path log = data.resolve("logs").resolve("up.log");
        try {
            Files.createDirectories(log.getParent());
            // What an earlier start said is no longer true, unless it runs still.
            var mode = RunningInstance.in(data).isPresent()
                    ? StandardOpenOption.APPEND
                    : StandardOpenOption.TRUNCATE_EXISTING;
            Files.write(log, NOTHING, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode);
            try (InputStream bytes = Files.newInputStream(log)) {
                bytes.skipNBytes(Files.size(log));
                follow(launch(log), new BufferedReader(new InputStreamReader(bytes, UTF_8)));
            }
        } catch (IOException e) {
            throw Failure.failed("can't write to the data folder %s: %s".formatted(data, FileProblem.reason(e)), e);
        } catch (InterruptedException e) {
            throw Failure.interrupted(e);
        }
    }

    /** Survives the end of the terminal: that is what {@code nohup} is for. */
    private static Process launch(Path log) throws IOException {
        ProcessHandle.Info self = ProcessHandle.current().info();
        List<String> command = new ArrayList<>(List.of("nohup", self.command().orElseThrow()));
        Stream.of(self.arguments().orElseThrow())
                .filter(argument -> !argument.equals(OPTION))
                .forEach(command::add);
        return new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true)
                .start();
    }

    private void follow(Process process, BufferedReader said) throws IOException, InterruptedException {
        boolean ready = false;
        String last = "it ended without a word";
        while (!ready) {
            boolean ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            // The end of the file is only the end for now.
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line;
                ready |= line.startsWith(ReadyMessage.BEGINNING);
                if (!line.startsWith(ERROR_BEGINNING)) {
                    terminal.out().println(line);
                }
            }
            if (ended && !ready) {
                throw Failure.failed(last.replaceFirst("^" + ERROR_BEGINNING, ""));
            }
        }
    }
}
