package dev.dateline.explorer.live;

import dev.dateline.explorer.pipeline.PipelineState;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a live view shows at a moment.
 *
 * @param totals null while the store is away
 * @param pipeline null while Kafka is away
 * @param acceptedPerSecond posts, over the last seconds
 * @param savedPerSecond articles, over the last seconds
 * @param publications those with the most articles
 * @param away what does not answer, a sentence each
 */
public record LiveState(
        @Nullable Totals totals,
        @Nullable PipelineState pipeline,
        double acceptedPerSecond,
        double savedPerSecond,
        List<PublicationCount> publications,
        List<String> away) {}
