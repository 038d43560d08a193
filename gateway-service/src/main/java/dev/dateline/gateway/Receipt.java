package dev.dateline.gateway;

/** What became of a line of a stream. */
sealed interface Receipt {

    /** From 1. */
    long line();

    /** Kafka holds the post. */
    record Accepted(long line, String id) implements Receipt {}

    /** It was not taken. */
    record Rejected(long line, Refusal refusal) implements Receipt {}
}
