package dev.dateline.cli;

import dev.dateline.cli.client.Endpoints;
import dev.dateline.cli.console.Span;
import dev.dateline.cli.console.Terminal;
import dev.dateline.cli.letters.Place;
import java.io.InputStream;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/** The {@code dateline} command. */
@Command(
        name = "dateline",
        description = "Counts who and what each news publication writes about.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Dateline.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"})
public final class Dateline {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where a failure comes from.")
    private boolean debug;

    private Dateline() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // Numbers and messages are the same wherever it runs: programs read them.
        Locale.setDefault(Locale.ROOT);
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    private static int run(Terminal terminal, String... arguments) {
        int exitCode = commandLine(terminal, System.in, Endpoints.ofProcess()).execute(arguments);
        terminal.out().flush();
        return exitCode;
    }

    /** The command with all its parts, for one run. */
    static CommandLine commandLine(Terminal terminal, InputStream input, Endpoints endpoints) {
        var dateline = new Dateline();
        var failures = new FailureHandler(() -> dateline.debug);
        return new CommandLine(dateline)
                .addSubcommand(new DemoCommand(terminal, input))
                .addSubcommand(new UpCommand(terminal))
                .addSubcommand(new PrepareCommand())
                .addSubcommand(new StatusCommand(terminal))
                .addSubcommand(new DownCommand(terminal))
                .addSubcommand(new DownloadCommand(terminal))
                .addSubcommand(new UploadCommand(terminal, input, endpoints))
                .addSubcommand(new DrainCommand(terminal, endpoints))
                .addSubcommand(new ExportCommand(terminal, endpoints))
                .addSubcommand(new TopCommand(terminal, endpoints))
                .addSubcommand(new SearchCommand(terminal, endpoints))
                .addSubcommand(new RecognizeCommand(terminal, input))
                .addSubcommand(new VerifyCommand(terminal, input, endpoints))
                .addSubcommand(new CommandLine(new DeadLettersCommand())
                        .addSubcommand(new ListDeadLettersCommand(terminal, endpoints))
                        .addSubcommand(new RedriveCommand(terminal, endpoints)))
                .addSubcommand(new KeysCommand(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, Dateline::duration)
                .registerConverter(Place.class, Dateline::place)
                .setParameterExceptionHandler(failures)
                .setExecutionStrategy(FailureHandler::execute)
                .setExecutionExceptionHandler(failures);
    }

    private static Duration duration(String text) {
        try {
            return Span.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is no length of time such as 30s, 10m or 1h30m".formatted(text));
        }
    }

    private static Place place(String text) {
        try {
            return Place.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Dateline.class.getPackage().getImplementationVersion();
            return new String[] {"dateline " + (version == null ? "(not packed)" : version)};
        }
    }
}
