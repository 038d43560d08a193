package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of the command in a pipe: what it said and how it ended. */
record Run(int exitCode, String out, String err) {

    /** In an empty environment, on a folder where nothing runs. */
    static Run of(String... arguments) {
        return with(Map.of(), "", arguments);
    }

    static Run reading(InputStream standardInput, String... arguments) {
        return with(Map.of(), standardInput, arguments);
    }

    static Run with(Map<String, String> environment, String standardInput, String... arguments) {
        var input = new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8));
        return with(environment, input, arguments);
    }

    private static Run with(Map<String, String> environment, InputStream input, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), false);
        var endpoints = new Endpoints(environment, Path.of("no-such-folder"));
        int exitCode = Dateline.commandLine(terminal, input, endpoints).execute(arguments);
        terminal.out().flush();
        return new Run(exitCode, out.toString(), err.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    String lastLine() {
        List<String> lines = outLines();
        return lines.get(lines.size() - 1);
    }
}
