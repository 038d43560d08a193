package dev.dateline.explorer;

import dev.dateline.explorer.counts.AllPublications;
import dev.dateline.explorer.pipeline.PipelineProbe;
import dev.dateline.explorer.pipeline.PipelineState;
import dev.dateline.store.CountQueries;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.Totals;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What many look at, asked for once in a while for all of them. */
@Component
final class RecentCounts {

    private final Mono<Totals> totals;
    private final Mono<PipelineState> pipeline;
    private final Mono<List<PublicationCount>> publications;

    RecentCounts(CountQueries queries, PipelineProbe probe, ExplorerSettings settings) {
        totals = SharedAnswer.to(queries::totals, settings.totalsAge());
        pipeline = SharedAnswer.to(probe::look, settings.pipelineAge());
        publications = SharedAnswer.to(() -> AllPublications.in(queries), settings.overviewAge());
    }

    Mono<Totals> totals() {
        return totals;
    }

    Mono<PipelineState> pipeline() {
        return pipeline;
    }

    /** Most articles first. */
    Mono<List<PublicationCount>> publications() {
        return publications;
    }
}
