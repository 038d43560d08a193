package dev.dateline.cli.console;

import java.util.regex.Pattern;

/** How this command was called, for lines to paste into a shell. */
public final class Program {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,=-]+");

    private static final String LAUNCHER = "dateline.command";

    private Program() {}

    /** Whether the launcher, which prepares and sets options, started this. */
    public static boolean isLaunched() {
        return System.getProperty(LAUNCHER) != null;
    }

    /** {@code ./dateline}, say: the launcher tells, and without it this is a jar. */
    public static String name() {
        String launcher = System.getProperty(LAUNCHER);
        return launcher == null ? "java -jar " + quoted(System.getProperty("java.class.path")) : quoted(launcher);
    }

    /** One word for a shell. */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
