package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Program;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The launcher's work, which is done when this runs. */
@Command(
        name = "prepare",
        description = "Makes ahead what the first 'up' would take half a minute for: an archive of classes.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        if (!Program.isLaunched()) {
            throw Failure.failed("only the launcher, ./dateline, has something to prepare");
        }
        return 0;
    }
}
