package dev.dateline.explorer;

import dev.dateline.store.CountQueries;
import dev.dateline.store.Totals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sums over everything. */
@RestController
class TotalsController {

    private final Mono<Totals> totals;

    TotalsController(CountQueries queries, ExplorerSettings settings) {
        totals = SharedAnswer.to(queries::totals, settings.totalsAge());
    }

    @GetMapping("/api/v1/totals")
    Mono<Totals> totals() {
        return totals;
    }
}
