package dev.dateline.explorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.explorer.pipeline.CommittedRecords.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;

class RecordCounterTest {

    private final TopicIdPartition partition = new TopicIdPartition(Uuid.randomUuid(), 0, "processed");
    private final Log log = new Log();
    private final RecordCounter counter = new RecordCounter(log);

    @Test
    void readsNothingWhereNothingLies() {
        assertThat(count(7, 7)).isZero();
        assertThat(log.reads).isEmpty();
    }

    @Test
    void countsRecordsAndNotOffsets() {
        log.records = Set.of(1L, 2L, 5L);

        assertThat(count(0, 10)).isEqualTo(3);
    }

    @Test
    void readsEachOffsetOnce() {
        log.records = Set.of(1L, 12L);
        count(0, 10);

        assertThat(count(0, 15)).isEqualTo(2);
        assertThat(log.reads).containsExactly(span(0, 10), span(10, 15));
    }

    @Test
    void readsAGapThatWasFoundEmptyNeverAgainWhereverTheReaderStandsInIt() {
        count(0, 10);

        assertThat(counter.knowsNothingWaitsBefore(partition, 10)).isTrue();
        assertThat(count(3, 12)).isZero();
        assertThat(log.reads).containsExactly(span(0, 10), span(10, 12));
    }

    @Test
    void startsAnewWhereRecordsWereTakenAway() {
        log.records = Set.of(1L, 2L, 8L);
        count(0, 10);

        assertThat(count(3, 10)).isEqualTo(1);
        assertThat(counter.knowsNothingWaitsBefore(partition, 10)).isFalse();
    }

    @Test
    void countsByOffsetsWhatItCouldNotRead() {
        log.records = Set.of(0L, 1L);
        log.most = 4;

        assertThat(count(0, 100)).isEqualTo(2 + 96);
        assertThat(count(0, 100)).isEqualTo(2 + 92);
    }

    @Test
    void neverFindsAPositionBehindTheEndEmpty() {
        assertThat(count(12, 10)).isEqualTo(2);
        assertThat(counter.knowsNothingWaitsBefore(partition, 10)).isFalse();
        assertThat(count(12, 12)).isZero();
    }

    @Test
    void takesATopicThatWasMadeAnewForAnotherOne() {
        count(0, 10);

        var anew = new TopicIdPartition(Uuid.randomUuid(), partition.topicPartition());
        assertThat(counter.knowsNothingWaitsBefore(anew, 10)).isFalse();
    }

    private long count(long from, long to) {
        return counter.count(List.of(span(from, to)));
    }

    private Span span(long from, long to) {
        return new Span(partition, from, to);
    }

    private static final class Log implements CommittedRecords {
        private final List<Span> reads = new ArrayList<>();
        private Set<Long> records = Set.of();
        private long most = Long.MAX_VALUE;

        @Override
        public Map<TopicIdPartition, Reading> read(Collection<Span> spans) {
            reads.addAll(spans);
            var readings = new HashMap<TopicIdPartition, Reading>();
            for (Span span : spans) {
                long position = span.offsets() <= most ? span.to() : span.from() + most;
                long found = records.stream()
                        .filter(offset -> offset >= span.from() && offset < position)
                        .count();
                readings.put(span.partition(), new Reading(position, found));
            }
            return readings;
        }
    }
}
