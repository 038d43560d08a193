package dev.dateline.gateway;

import java.util.concurrent.atomic.AtomicLong;

/** How much of bodies may be in memory at once, over all requests: taken before the first byte is read. */
final class BodyBudget {

    private final AtomicLong free;

    BodyBudget(long bytes) {
        this.free = new AtomicLong(bytes);
    }

    /**
     * Takes so much, until {@link #giveBack}.
     *
     * @throws Refusal if less is free
     */
    void take(long bytes) {
        if (free.addAndGet(-bytes) < 0) {
            free.addAndGet(bytes);
            throw Refusal.overloaded("too many large requests at once");
        }
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }
}
