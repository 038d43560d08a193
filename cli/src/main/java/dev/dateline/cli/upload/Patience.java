package dev.dateline.cli.upload;

import dev.dateline.cli.console.Failure;
import dev.dateline.cli.console.Span;
import java.time.Duration;
import java.util.function.Consumer;

/** How long senders put up with a gateway that takes nothing: one for all of them, so that they speak with one voice. */
final class Patience {

    /** Who watches wants to know that it still waits, not every try of every sender. */
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);

    private final Duration longest;
    private final Consumer<String> say;
    private boolean failing;
    private long failingSince;
    private long lastWord = System.nanoTime() - BETWEEN_WORDS.toNanos();

    Patience(Duration longest, Consumer<String> say) {
        this.longest = longest;
        this.say = say;
    }

    /** The gateway took or refused something: it works. */
    synchronized void answered() {
        failing = false;
    }

    /**
     * The gateway did neither.
     *
     * @throws Failure if it has not for too long
     */
    synchronized void failed(String reason) {
        long now = System.nanoTime();
        if (!failing) {
            failing = true;
            failingSince = now;
        }
        if (now - failingSince >= longest.toNanos()) {
            throw Failure.failed("%s, for %s; gave up. Upload again: what was accepted counts once"
                    .formatted(reason, Span.text(longest)));
        }
        if (now - lastWord >= BETWEEN_WORDS.toNanos()) {
            lastWord = now;
            say.accept("waiting: %s; trying again for up to %s".formatted(reason, Span.text(longest)));
        }
    }
}
