package dev.dateline.cli.up;

import dev.dateline.standalone.Standalone;
import java.util.regex.Pattern;

/** What a person or a program reads once everything takes work: where it is, and a command to paste. */
public final class ReadyMessage {

    /** How the first line begins, in every version. */
    static final String BEGINNING = "ready:";

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,=-]+");

    private ReadyMessage() {}

    /** Two lines. */
    public static String of(Standalone standalone) {
        return """
                %s gateway %s, explorer %s, API key in %s
                To fill it: %s upload articles.csv --url %s --api-key-file %s""".formatted(
                        BEGINNING,
                        standalone.gateway(),
                        standalone.explorer(),
                        standalone.apiKeyFile(),
                        program(),
                        standalone.gateway(),
                        quoted(standalone.apiKeyFile().toString()));
    }

    /** As it was called: the launcher says so, and without it this is a jar. */
    private static String program() {
        String launcher = System.getProperty("dateline.command");
        return launcher == null ? "java -jar " + quoted(System.getProperty("java.class.path")) : quoted(launcher);
    }

    /** For a shell. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
