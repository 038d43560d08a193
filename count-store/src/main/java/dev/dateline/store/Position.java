package dev.dateline.store;

/**
 * How far a partition has been applied.
 *
 * @param offset the one that follows the last applied record; 0 when none was
 * @param topicId of the topic that the offset counts in: a topic made anew has another; empty when none was applied
 */
public record Position(long offset, String topicId) {

    /** Nothing was applied yet. */
    public static final Position START = new Position(0, "");
}
