package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.topics.CannotGoOnException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRangeTest {

    private static final PartitionId PARTITION = new PartitionId("processed", 3);

    private final TopicRange range = new TopicRange("this", 10, 20);

    @ParameterizedTest
    @ValueSource(longs = {10, 15, 20})
    void readingGoesOnAnywhereBetweenBeginAndEnd(long offset) {
        assertThatCode(() -> range.check(PARTITION, new Position(offset, "this")))
                .doesNotThrowAnyException();
    }

    @Test
    void anEmptyStoreBeginsAnyTopicThatIsWhole() {
        assertThatCode(() -> new TopicRange("this", 0, 20).check(PARTITION, Position.START))
                .doesNotThrowAnyException();
    }

    @Test
    void aTopicMadeAnewStopsTheSaver() {
        assertThatThrownBy(() -> range.check(PARTITION, new Position(15, "that")))
                .isInstanceOf(CannotGoOnException.class)
                .hasMessageStartingWith(
                        "the store's ledger of processed-3 (offset 15) belongs to another topic (id that)"
                                + " than there is now (id this): restore");
    }

    @Test
    void anOffsetThatTheTopicNoLongerHoldsStopsTheSaver() {
        assertThatThrownBy(() -> range.check(PARTITION, new Position(9, "this")))
                .isInstanceOf(CannotGoOnException.class)
                .hasMessageContaining("stands at 9, but the topic begins at 10");
    }

    @Test
    void anEmptyStoreDoesNotSkipWhatTheTopicNoLongerHolds() {
        assertThatThrownBy(() -> range.check(PARTITION, Position.START))
                .isInstanceOf(CannotGoOnException.class)
                .hasMessageContaining("stands at 0, but the topic begins at 10");
    }

    @Test
    void anOffsetBeyondTheTopicsEndStopsTheSaver() {
        assertThatThrownBy(() -> range.check(PARTITION, new Position(21, "this")))
                .isInstanceOf(CannotGoOnException.class)
                .hasMessageContaining("stands at 21, but the topic ends at 20");
    }
}
