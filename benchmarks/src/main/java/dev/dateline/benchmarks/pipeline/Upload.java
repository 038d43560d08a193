package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A {@code dateline upload} while it runs. It shares the machine with what is measured, but not its process. */
final class Upload {

    private static final String LOG = "upload.log";

    private final Launcher launcher;
    private final Process process;
    private Duration cpu = Duration.ZERO;

    private Upload(Launcher launcher, Process process) {
        this.launcher = launcher;
        this.process = process;
    }

    static Upload start(Launcher launcher, RunningDateline dateline, DataSet set) throws IOException {
        var arguments = new ArrayList<>(List.of("upload", set.file().toString()));
        arguments.addAll(List.of("--limit", Integer.toString(set.limit())));
        arguments.addAll(List.of("--url", dateline.instance().gateway().toString()));
        arguments.addAll(
                List.of("--api-key-file", dateline.instance().apiKeyFile().toString()));
        return new Upload(launcher, launcher.start(LOG, List.of(), arguments));
    }

    /** To be called now and then: only a process that lives says what it has used. */
    void look() {
        process.info().totalCpuDuration().ifPresent(used -> cpu = used);
    }

    /** What it had used when it was last looked at. */
    double cpuSeconds() {
        return cpu.toMillis() / 1e3;
    }

    /** False while it runs. */
    boolean isDone() throws IOException {
        if (process.isAlive()) {
            return false;
        }
        if (process.exitValue() != 0) {
            throw new IOException("upload: "
                    + Files.readString(launcher.folder().resolve(LOG)).strip());
        }
        return true;
    }
}
