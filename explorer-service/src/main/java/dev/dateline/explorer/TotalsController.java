package dev.dateline.explorer;

import dev.dateline.store.Totals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Sums over everything. */
@RestController
class TotalsController {

    private final RecentCounts counts;

    TotalsController(RecentCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/api/v1/totals")
    Mono<Totals> totals() {
        return counts.totals();
    }
}
