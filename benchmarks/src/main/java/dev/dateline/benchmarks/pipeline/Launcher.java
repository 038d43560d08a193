package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code dateline} command, as users have it. Its script becomes the JVM, so that the process is the JVM's. */
record Launcher(Path script, Path folder) {

    /** Starts it, with more options for its JVM; what it prints goes to a log in the folder. */
    Process start(String log, List<String> jvmOptions, List<String> arguments) throws IOException {
        if (!Files.isExecutable(script)) {
            throw new IOException("no launcher at " + script);
        }
        var command = new ArrayList<String>();
        command.add(script.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile());
        builder.environment()
                .merge("DATELINE_JAVA_OPTS", String.join(" ", jvmOptions), (set, more) -> set + " " + more);
        // A password-less local instance is all that this talks to, whatever the shell around it is set to.
        builder.environment().keySet().removeIf(name -> name.matches("DATELINE_(URL|EXPLORER_URL|API_KEY_FILE|KAFKA)"));
        return Children.start(builder);
    }
}
