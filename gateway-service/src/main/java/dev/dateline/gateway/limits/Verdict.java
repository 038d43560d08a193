package dev.dateline.gateway.limits;

import java.time.Duration;

/** Whether a request may begin. */
public sealed interface Verdict {

    /**
     * It may.
     *
     * @param quota requests a second
     * @param remaining of them, now
     */
    record Granted(long quota, long remaining) implements Verdict {}

    /**
     * Not now.
     *
     * @param limit which is used up
     * @param quota how much it is
     * @param retryAfter when it may have been refilled
     */
    record Refused(Limit limit, long quota, Duration retryAfter) implements Verdict {}
}
