package dev.dateline.explorer;

import dev.dateline.explorer.live.LiveFeed;
import dev.dateline.explorer.live.LiveState;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** The numbers while they move, as server-sent events. */
@RestController
class LiveController {

    private final LiveFeed feed;

    LiveController(RecentCounts counts, ExplorerSettings settings) {
        feed = new LiveFeed(counts.totals(), counts.pipeline(), counts.publications(), settings.liveEvery());
    }

    @GetMapping(path = "/api/v1/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<LiveState> live() {
        return feed.states();
    }
}
