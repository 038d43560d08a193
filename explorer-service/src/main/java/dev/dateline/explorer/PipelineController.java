package dev.dateline.explorer;

import dev.dateline.explorer.pipeline.PipelineState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How far accepted posts have come. */
@RestController
class PipelineController {

    private final RecentCounts counts;

    PipelineController(RecentCounts counts) {
        this.counts = counts;
    }

    @GetMapping("/api/v1/pipeline")
    Mono<PipelineState> state() {
        return counts.pipeline();
    }
}
