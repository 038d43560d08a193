package dev.dateline.cli.upload;

import dev.dateline.cli.client.Answer;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.model.Post;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Sends a post, under the same id, until the gateway takes or refuses it. For many threads. */
final class PersistentSender {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    /** Also bounds what a gateway may ask for: it can be back long before. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final GatewayClient gateway;
    private final Patience patience;

    PersistentSender(GatewayClient gateway, Patience patience) {
        this.gateway = gateway;
        this.patience = patience;
    }

    /**
     * Why the post was refused; empty if it was accepted.
     *
     * @throws dev.dateline.cli.console.Failure if the gateway takes nothing for too long
     */
    Optional<String> send(Post post) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration asked = Duration.ZERO;
            try {
                Answer answer = gateway.send(post);
                if (answer instanceof Answer.Busy busy) {
                    patience.failed("%s is busy (%s)".formatted(gateway.base(), busy.reason()));
                    asked = busy.retryAfter();
                } else {
                    patience.answered();
                    return answer instanceof Answer.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
                }
            } catch (IOException e) {
                patience.failed("%s does not answer (%s)"
                        .formatted(gateway.base(), e.getClass().getSimpleName()));
            }
            Thread.sleep(longer(pause, shorter(asked, LONGEST_PAUSE)).toMillis());
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
