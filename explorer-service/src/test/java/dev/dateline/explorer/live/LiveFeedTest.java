package dev.dateline.explorer.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.explorer.pipeline.PipelineState;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

class LiveFeedTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final PublicationCount HILL = new PublicationCount(PublicationKey.of("The Hill"), "The Hill", 3);

    private final AtomicInteger looks = new AtomicInteger();
    private Mono<PipelineState> pipeline = Mono.just(new PipelineState(9, 1, 2, 0));

    @Test
    void manyWhoListenCostOneReader() {
        List<Disposable> listeners = new ArrayList<>();
        var heard = new AtomicInteger();
        LiveFeed feed = feed(Duration.ofMillis(50));
        for (int i = 0; i < 200; i++) {
            listeners.add(feed.states().subscribe(state -> heard.incrementAndGet()));
        }
        int before = looks.get();
        int heardBefore = heard.get();

        Awaitility.await().atMost(SOON).until(() -> looks.get() >= before + 5);
        int looked = looks.get() - before;
        assertThat(heard.get() - heardBefore).isBetween(200 * (looked - 2), 200 * (looked + 2));

        listeners.forEach(Disposable::dispose);
        int after = looks.get();
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> looks.get() <= after + 1);
    }

    @Test
    void whoComesLaterSeesTheLatestAtOnce() {
        LiveFeed feed = feed(Duration.ofHours(1));
        Disposable first = feed.states().subscribe();
        Awaitility.await().atMost(SOON).until(() -> looks.get() == 1);

        LiveState state = feed.states().blockFirst(SOON);

        assertThat(state)
                .isEqualTo(new LiveState(
                        new Totals(1, 1, 0, 0), new PipelineState(9, 1, 2, 0), 0, 0, List.of(HILL), List.of()));
        assertThat(looks).hasValue(1);
        first.dispose();
    }

    @Test
    void whoDoesNotReadKeepsNobodyWaiting() {
        LiveFeed feed = feed(Duration.ofMillis(10));
        var stuck = new BaseSubscriber<LiveState>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(1);
            }
        };
        feed.states().subscribe(stuck);
        var heard = new CountDownLatch(20);
        Disposable reader = feed.states().subscribe(state -> heard.countDown());

        Awaitility.await().atMost(SOON).until(() -> heard.getCount() == 0);
        stuck.dispose();
        reader.dispose();
    }

    @Test
    void whatIsAwayIsNamedAndTheRestGoesOn() {
        pipeline = Mono.error(new IllegalStateException("Kafka at x does not answer"));

        LiveState state = feed(Duration.ofHours(1)).states().blockFirst(SOON);

        assertThat(state)
                .isEqualTo(new LiveState(
                        new Totals(1, 1, 0, 0), null, 0, 0, List.of(HILL), List.of("Kafka at x does not answer")));
    }

    private LiveFeed feed(Duration period) {
        Mono<Totals> totals = Mono.fromCallable(() -> new Totals(1, looks.incrementAndGet(), 0, 0));
        return new LiveFeed(totals, pipeline, Mono.just(List.of(HILL)), period);
    }
}
