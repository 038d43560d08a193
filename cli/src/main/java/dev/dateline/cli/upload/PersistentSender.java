package dev.dateline.cli.upload;

import dev.dateline.cli.client.Answer;
import dev.dateline.cli.client.GatewayClient;
import dev.dateline.cli.console.Failure;
import dev.dateline.model.Post;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Sends posts, under the same ids, until the gateway takes or refuses each. For many threads. */
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
     * Returns when all of them are taken or refused.
     *
     * @param done gets the position of each and the answer, {@link Answer.Accepted} or {@link Answer.Refused}
     * @throws Failure if the gateway takes nothing for too long
     */
    void send(List<Post> posts, BiConsumer<Integer, Answer> done) throws InterruptedException {
        var open = new ArrayList<Integer>();
        for (int i = 0; i < posts.size(); i++) {
            open.add(i);
        }
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration asked = trySend(posts, open, done);
            if (open.isEmpty()) {
                return;
            }
            Thread.sleep(longer(pause, shorter(asked, LONGEST_PAUSE)).toMillis());
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    /** Takes the posts that are done out of those that are open, and says how long the gateway asks to be left alone. */
    private Duration trySend(List<Post> posts, List<Integer> open, BiConsumer<Integer, Answer> done)
            throws InterruptedException {
        List<Answer> answers;
        try {
            answers = gateway.send(open.stream().map(posts::get).toList());
        } catch (IOException e) {
            patience.failed("%s does not answer (%s)"
                    .formatted(gateway.base(), e.getClass().getSimpleName()));
            return Duration.ZERO;
        }
        var busy = new ArrayList<Integer>();
        Answer.Busy reason = null;
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) instanceof Answer.Busy it) {
                busy.add(open.get(i));
                reason = it;
            } else {
                done.accept(open.get(i), answers.get(i));
            }
        }
        if (busy.size() < open.size()) {
            patience.answered();
        } else if (reason != null) {
            patience.failed("%s is busy (%s)".formatted(gateway.base(), reason.reason()));
        }
        open.clear();
        open.addAll(busy);
        return reason == null ? Duration.ZERO : reason.retryAfter();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
