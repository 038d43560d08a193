package dev.dateline.cli.console;

import java.io.BufferedWriter;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes.
 *
 * @param out standard output
 * @param err standard error: failures, nothing else
 * @param interactive true if a person sits in front of it: colours, bars and questions make sense
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    private static final String RESET = "\u001B[0m";

    /** The process's own; always UTF-8, so that an export is the same whatever the locale. */
    public static Terminal ofProcess() {
        return new Terminal(writer(FileDescriptor.out), writer(FileDescriptor.err), isInteractive(System.console()));
    }

    /** The text in bold, on a terminal. */
    public String bold(String text) {
        return styled("\u001B[1m", text);
    }

    /** The text faint, on a terminal. */
    public String faint(String text) {
        return styled("\u001B[2m", text);
    }

    /** The text in the colour of names, on a terminal. */
    public String accent(String text) {
        return styled("\u001B[36m", text);
    }

    private String styled(String style, String text) {
        return interactive ? style + text + RESET : text;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        OutputStream bytes = new FileOutputStream(descriptor);
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8)), true);
    }

    /** Until JDK 21 a console is a terminal; from 22 on there always is one, which says itself what it is. */
    private static boolean isInteractive(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
