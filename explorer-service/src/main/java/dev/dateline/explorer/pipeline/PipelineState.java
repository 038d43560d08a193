package dev.dateline.explorer.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far accepted posts have come.
 *
 * @param accepted posts in their topic, by its offsets: markers of redriven posts' transactions count too
 * @param waitingForExtraction posts that no committed batch took in; exact while few, by offsets beyond
 * @param waitingToBeSaved tallies that the store has not; exact while few, by offsets beyond
 * @param deadLetters what could not be processed, posts and tallies
 */
public record PipelineState(long accepted, long waitingForExtraction, long waitingToBeSaved, long deadLetters) {

    /** True if every post that was accepted before the question is in the store, or is a dead letter. */
    @JsonProperty("drained")
    public boolean drained() {
        return waitingForExtraction == 0 && waitingToBeSaved == 0;
    }
}
