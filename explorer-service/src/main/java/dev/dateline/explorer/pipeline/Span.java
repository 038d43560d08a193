package dev.dateline.explorer.pipeline;

import org.apache.kafka.common.TopicIdPartition;

/**
 * A range of a partition's offsets, in which records, markers and aborted records lie.
 *
 * @param from the first
 * @param to the one after the last
 */
record Span(TopicIdPartition partition, long from, long to) {

    long offsets() {
        return to - from;
    }

    Span startingAt(long offset) {
        return new Span(partition, offset, to);
    }
}
