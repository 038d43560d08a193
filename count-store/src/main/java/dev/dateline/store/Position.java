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

    /** True if nothing was applied yet, whatever the topic. */
    public boolean isStart() {
        return offset == 0;
    }

    /** @throws IllegalArgumentException unless {@code to} is further on in the same topic */
    public void requireBefore(Position to) {
        if (to.offset <= offset || !(isStart() || to.topicId.equals(topicId))) {
            throw new IllegalArgumentException(
                    "a ledger moves forward in one topic, not from %s to %s".formatted(this, to));
        }
    }
}
