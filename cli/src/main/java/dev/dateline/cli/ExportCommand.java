package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.console.Terminal;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Writes all counts, sorted, to standard output.")
final class ExportCommand implements Callable<Integer> {

    /** To ask costs a flush; a reader that has gone is soon enough noticed. */
    private static final int LINES_BETWEEN_CHECKS = 1_000;

    private enum Format {
        CSV,
        NDJSON
    }

    @Mixin
    private final ExplorerOption explorer = new ExplorerOption();

    @Option(names = "--format", paramLabel = "FORMAT", description = "csv (default) or ndjson.")
    private Format format = Format.CSV;

    @Option(names = "--publications", description = "Articles of each publication instead of its entities.")
    private boolean publications;

    private final Terminal terminal;
    private final Endpoints endpoints;

    ExportCommand(Terminal terminal, Endpoints endpoints) {
        this.terminal = terminal;
        this.endpoints = endpoints;
    }

    @Override
    public Integer call() {
        String rows = publications ? "publications" : "entities";
        try (Stream<String> lines =
                explorer.connect(endpoints).export(format.name().toLowerCase(Locale.ROOT), rows)) {
            print(lines.iterator(), terminal.out());
        }
        return 0;
    }

    private static void print(Iterator<String> lines, PrintWriter out) {
        for (long count = 1; lines.hasNext(); count++) {
            out.print(lines.next());
            out.print('\n');
            if (count % LINES_BETWEEN_CHECKS == 0 && out.checkError()) {
                return;
            }
        }
        out.flush();
    }
}
