package dev.dateline.explorer;

import dev.dateline.explorer.counts.PublicationList;
import dev.dateline.explorer.counts.PublicationList.Sort;
import dev.dateline.explorer.counts.TopNames;
import dev.dateline.model.EntityCount;
import dev.dateline.store.Page;
import dev.dateline.store.PublicationCount;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What everybody sees first: publications with their most mentioned names, from what is remembered for some seconds. */
@RestController
class OverviewController {

    /** A page that nobody asked for lately then takes Firestore two round trips instead of a hundred. */
    private static final int AT_ONCE = 16;

    private final RecentCounts counts;
    private final TopNames names;
    private final TaggedJson json;

    OverviewController(RecentCounts counts, TopNames names, TaggedJson json) {
        this.counts = counts;
        this.names = names;
        this.json = json;
    }

    /** A page of cards, and how many there are. */
    record Overview(List<Card> items, @Nullable String next, long publications) {}

    /** A publication and its most mentioned entities, as many of each type. */
    record Card(PublicationCount publication, List<EntityCount> names) {}

    @GetMapping("/api/v1/overview")
    Mono<ResponseEntity<byte[]>> overview(
            @RequestParam(defaultValue = "articles") Sort sort,
            @RequestParam(defaultValue = "") @Size(max = 200) String filter,
            @RequestParam(defaultValue = "24") @Range(min = 1, max = 100) int limit,
            @RequestParam Optional<String> cursor) {
        var wanted = new PublicationList(sort, filter);
        return counts.publications()
                .publishOn(Schedulers.boundedElastic())
                .flatMap(all -> {
                    List<PublicationCount> list = wanted.of(all);
                    return overview(wanted.page(list, Cursors.orNull(cursor), limit), list.size());
                })
                .map(json::answer);
    }

    private Mono<Overview> overview(Page<PublicationCount> page, long publications) {
        return Flux.fromIterable(page.items())
                .flatMapSequential(
                        one -> Mono.fromCallable(() -> new Card(one, names.of(one.key())))
                                .subscribeOn(Schedulers.boundedElastic()),
                        AT_ONCE)
                .collectList()
                .map(cards -> new Overview(cards, page.next(), publications));
    }
}
