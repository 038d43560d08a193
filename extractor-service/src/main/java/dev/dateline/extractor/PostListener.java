package dev.dateline.extractor;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * A batch of posts in, tallies out, one transaction. It never acknowledges: the offsets move in the transaction alone.
 *
 * <p>All recognising is done before the transaction begins, so that this lasts milliseconds.
 */
final class PostListener implements BatchMessageListener<byte[], byte[]> {

    private final Supplier<BatchBuilder> batches;
    private final long maxBatchBytes;
    private final BatchTransaction transaction;
    private final RepeatFilter repeatFilter;
    private final ExtractorMetrics metrics;
    private final BooleanSupplier isStopping;

    PostListener(
            Supplier<BatchBuilder> batches,
            long maxBatchBytes,
            BatchTransaction transaction,
            RepeatFilter repeatFilter,
            ExtractorMetrics metrics,
            BooleanSupplier isStopping) {
        this.batches = batches;
        this.maxBatchBytes = maxBatchBytes;
        this.transaction = transaction;
        this.repeatFilter = repeatFilter;
        this.metrics = metrics;
        this.isStopping = isStopping;
    }

    /** So that the offsets to go on from come with the records: the last of them may be a transaction's marker. */
    @Override
    public boolean wantsPollResult() {
        return true;
    }

    @Override
    public void onMessage(
            ConsumerRecords<byte[], byte[]> polled,
            @Nullable Acknowledgment never,
            @Nullable Consumer<byte[], byte[]> consumer) {
        Objects.requireNonNull(consumer);
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(polled.nextOffsets());
        BatchBuilder batch = batches.get();
        long bytes = 0;
        Iterator<ConsumerRecord<byte[], byte[]>> records = polled.iterator();
        while (records.hasNext() && bytes < maxBatchBytes) {
            if (isStopping.getAsBoolean()) {
                // Nothing was written yet; whoever comes next begins where this batch began.
                throw new StoppingException();
            }
            ConsumerRecord<byte[], byte[]> post = records.next();
            bytes += post.serializedValueSize();
            batch.add(post);
        }
        Map<TopicPartition, Long> leftOver = firstOffsets(records);
        leftOver.forEach((partition, offset) -> next.put(partition, new OffsetAndMetadata(offset)));
        commit(batch.build(next), consumer);
        leftOver.forEach(consumer::seek);
    }

    private void commit(Batch batch, Consumer<?, ?> consumer) {
        metrics.time(() -> transaction.commit(batch, consumer.groupMetadata()));
        repeatFilter.add(batch);
        metrics.committed(batch);
    }

    /** Where each partition goes on that the batch had no room for: compressed, hours of work fit into a fetch. */
    private static Map<TopicPartition, Long> firstOffsets(Iterator<ConsumerRecord<byte[], byte[]>> records) {
        var first = new HashMap<TopicPartition, Long>();
        records.forEachRemaining(
                post -> first.putIfAbsent(new TopicPartition(post.topic(), post.partition()), post.offset()));
        return first;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        throw new UnsupportedOperationException("the container hands over the result of the poll");
    }

    /** The extractor ends; not an error. */
    static final class StoppingException extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
