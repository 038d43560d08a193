package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class UnsavedTalliesTest {

    private static final TopicPartition PARTITION = new TopicPartition("processed", 0);

    private static final String SAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String UNSAMPLED = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private final UnsavedTallies tallies = new UnsavedTallies(true);

    @Test
    void knowsWhenTheFirstOfEachPollWasWrittenUntilItIsSaved() {
        poll(10, 12, UNSAMPLED);
        poll(13, 14, UNSAMPLED);

        assertThat(timestamps(10, 15)).containsExactly(1_010L, 1_013L);
        tallies.savedTo(PARTITION, 12);
        assertThat(timestamps(0, 15)).containsExactly(1_013L);
    }

    @Test
    void knowsEveryTallyThatIsTraced() {
        poll(10, 12, SAMPLED);

        assertThat(tallies.between(PARTITION, 10, 12))
                .hasSize(2)
                .allSatisfy(tally -> assertThat(tally.origin()).isNotNull());
    }

    @Test
    void forgetsWhatIsReadAgain() {
        poll(10, 12, UNSAMPLED);
        poll(13, 14, UNSAMPLED);

        poll(10, 10, UNSAMPLED);

        assertThat(timestamps(0, 100)).containsExactly(1_010L);
    }

    private void poll(long first, long last, String trace) {
        List<ConsumerRecord<byte[], byte[]>> records = LongStream.rangeClosed(first, last)
                .mapToObj(offset -> record(offset, trace))
                .toList();
        var listener = new UnsavedTallies.Listener();
        listener.configure(Map.of(UnsavedTallies.Listener.OF, tallies));
        listener.onConsume(new ConsumerRecords<>(Map.of(PARTITION, records), Map.of()));
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset, String trace) {
        var headers = new RecordHeaders().add("traceparent", trace.getBytes(StandardCharsets.UTF_8));
        return new ConsumerRecord<>(
                PARTITION.topic(),
                PARTITION.partition(),
                offset,
                1_000 + offset,
                TimestampType.CREATE_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                headers,
                Optional.empty());
    }

    private List<Long> timestamps(long from, long to) {
        return tallies.between(PARTITION, from, to).stream()
                .map(UnsavedTallies.Unsaved::timestamp)
                .toList();
    }
}
