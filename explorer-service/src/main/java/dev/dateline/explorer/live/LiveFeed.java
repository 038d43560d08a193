package dev.dateline.explorer.live;

import dev.dateline.explorer.pipeline.PipelineState;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.Totals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks once in a while, as long as somebody listens, and tells all who do. */
public final class LiveFeed {

    /** As many publications as a screen shows. */
    private static final int PUBLICATIONS = 12;

    private final Mono<Totals> totals;
    private final Mono<PipelineState> pipeline;
    private final Mono<List<PublicationCount>> publications;
    private final Rate accepted = new Rate();
    private final Rate saved = new Rate();
    private final Flux<LiveState> states;

    /**
     * Looks at these, each of which may fail while what it asks is away.
     *
     * @param period between two looks
     */
    public LiveFeed(
            Mono<Totals> totals,
            Mono<PipelineState> pipeline,
            Mono<List<PublicationCount>> publications,
            Duration period) {
        this.totals = totals;
        this.pipeline = pipeline;
        this.publications = publications;
        this.states = Flux.interval(Duration.ZERO, period)
                // A look that takes longer than the period is not made up for.
                .onBackpressureDrop()
                .concatMap(tick -> look(), 1)
                .replay(1)
                .refCount();
    }

    /** The latest state at once, then each new one. Who is too slow to take them all misses some, and keeps none waiting. */
    public Flux<LiveState> states() {
        return states.onBackpressureLatest();
    }

    private Mono<LiveState> look() {
        var away = new ArrayList<String>();
        // One after the other: they are old answers mostly, and each may add to what is away.
        return orAway(totals, away)
                .zipWhen(t -> orAway(pipeline, away))
                .zipWhen(
                        both -> orAway(publications, away),
                        (both, list) -> state(
                                both.getT1().orElse(null), both.getT2().orElse(null), list.orElse(List.of()), away));
    }

    private LiveState state(
            @Nullable Totals totals,
            @Nullable PipelineState pipeline,
            List<PublicationCount> publications,
            List<String> away) {
        long now = System.nanoTime();
        return new LiveState(
                totals,
                pipeline,
                pipeline == null ? 0 : accepted.add(now, pipeline.accepted()),
                totals == null ? 0 : saved.add(now, totals.articles()),
                publications.stream().limit(PUBLICATIONS).toList(),
                away.stream().distinct().toList());
    }

    private static <T> Mono<Optional<T>> orAway(Mono<T> answer, List<String> away) {
        return answer.map(Optional::of).onErrorResume(e -> {
            away.add(String.valueOf(e.getMessage()));
            return Mono.just(Optional.empty());
        });
    }
}
