package dev.dateline.cli.articles;

import dev.dateline.model.Post;

/** What a row of a file turned out to be. */
public sealed interface Row {

    /** The line of the file that the row begins at, from 1. */
    long line();

    /** An article that the gateway's rules accept. */
    record Article(long line, Post post) implements Row {}

    /** A row that has nothing to find names in: usual in real data, and no mistake. */
    record WithoutText(long line) implements Row {}

    /**
     * A row that does not parse or breaks a rule.
     *
     * @param text its fields as JSON, or the line as it is if it has none
     */
    record Unusable(long line, String reason, String text) implements Row {}
}
