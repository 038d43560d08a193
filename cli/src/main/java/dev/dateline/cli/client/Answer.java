package dev.dateline.cli.client;

import java.time.Duration;

/** What the gateway says to a post. */
public sealed interface Answer {

    /** Kafka has it. */
    record Accepted() implements Answer {}

    /** It breaks a rule, and would again. */
    record Refused(String reason) implements Answer {}

    /**
     * Not now.
     *
     * @param retryAfter how long the gateway asks to be left alone; zero if it does not say
     */
    record Busy(String reason, Duration retryAfter) implements Answer {}
}
