package dev.dateline.extractor;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/** A listener of posts that is timed, and traced where tracing is on. It changes nothing. */
final class ObservedListener implements BatchMessageListener<byte[], byte[]> {

    private final BatchMessageListener<byte[], byte[]> listener;
    private final ExtractorMetrics metrics;
    private final BatchTraces traces;

    ObservedListener(BatchMessageListener<byte[], byte[]> listener, ExtractorMetrics metrics, BatchTraces traces) {
        this.listener = listener;
        this.metrics = metrics;
        this.traces = traces;
    }

    @Override
    public boolean wantsPollResult() {
        return listener.wantsPollResult();
    }

    @Override
    public void onMessage(
            ConsumerRecords<byte[], byte[]> polled,
            @Nullable Acknowledgment acknowledgment,
            Consumer<byte[], byte[]> consumer) {
        long begin = System.nanoTime();
        traces.around(polled, () -> listener.onMessage(polled, acknowledgment, consumer));
        metrics.done(System.nanoTime() - begin, ageOfOldest(polled));
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        listener.onMessage(records);
    }

    private static Duration ageOfOldest(ConsumerRecords<byte[], byte[]> polled) {
        long now = System.currentTimeMillis();
        long oldest = now;
        for (var partition : polled.partitions()) {
            oldest = Math.min(oldest, polled.records(partition).get(0).timestamp());
        }
        return Duration.ofMillis(now - oldest);
    }
}
