package dev.dateline.cli.up;

import dev.dateline.cli.console.Program;
import dev.dateline.standalone.Standalone;

/** What a person or a program reads once everything takes work: where it is, and a command to paste. */
public final class ReadyMessage {

    /** How the first line begins, in every version. */
    static final String BEGINNING = "ready:";

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
                        Program.name(),
                        standalone.gateway(),
                        Program.quoted(standalone.apiKeyFile().toString()));
    }
}
