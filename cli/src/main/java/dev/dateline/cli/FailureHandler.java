package dev.dateline.cli;

import dev.dateline.cli.console.Failure;
import dev.dateline.standalone.CannotStartException;
import dev.dateline.standalone.FileProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where failures become one line on standard error and an exit code. */
final class FailureHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final BooleanSupplier debug;

    FailureHandler(BooleanSupplier debug) {
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        return end(command, e, "%s; see: %s".formatted(e.getMessage(), help), CommandLine.ExitCode.USAGE);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
        int exitCode = e instanceof Failure failure ? failure.exitCode() : CommandLine.ExitCode.SOFTWARE;
        return end(command, e, message(e), exitCode);
    }

    /** Makes exceptions of errors, such as a class that fails to load: picocli hands over nothing else. */
    static int execute(ParseResult arguments) {
        try {
            return new CommandLine.RunLast().execute(arguments);
        } catch (Error e) {
            throw new ExecutionException(arguments.commandSpec().commandLine(), e.toString(), e);
        }
    }

    private int end(CommandLine command, Exception e, String message, int exitCode) {
        PrintWriter err = command.getErr();
        if (!processEnds()) {
            err.println("dateline: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        }
        if (debug.getAsBoolean()) {
            e.printStackTrace(err);
        }
        err.flush();
        return exitCode;
    }

    /** What fails because someone ended the process is no news. */
    private static boolean processEnds() {
        var probe = new Thread();
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private static String message(Exception e) {
        if (e instanceof Failure || e instanceof CannotStartException) {
            return String.valueOf(e.getMessage());
        }
        if (e instanceof UncheckedIOException unchecked) {
            return message(Objects.requireNonNull(unchecked.getCause()));
        }
        if (e instanceof FileSystemException file) {
            return "can't use %s: %s".formatted(file.getFile(), FileProblem.reason(file));
        }
        if (e instanceof IOException) {
            return "input or output failed: " + e.getMessage();
        }
        return "unexpected: %s; --debug shows where".formatted(e instanceof ExecutionException ? e.getMessage() : e);
    }
}
