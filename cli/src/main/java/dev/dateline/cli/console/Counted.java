package dev.dateline.cli.console;

/** A number with what it counts, as a person reads it. */
public final class Counted {

    private Counted() {}

    /** "1 article", "1,080 articles": for words whose plural only adds an s. */
    public static String of(long count, String singular) {
        return "%,d %s%s".formatted(count, singular, count == 1 ? "" : "s");
    }
}
