package dev.dateline.explorer;

import dev.dateline.explorer.pipeline.PipelineProbe;
import dev.dateline.explorer.pipeline.PipelineState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How far accepted posts have come. */
@RestController
class PipelineController {

    private final Mono<PipelineState> state;

    PipelineController(PipelineProbe probe, ExplorerSettings settings) {
        state = SharedAnswer.to(probe::look, settings.pipelineAge());
    }

    @GetMapping("/api/v1/pipeline")
    Mono<PipelineState> state() {
        return state;
    }
}
