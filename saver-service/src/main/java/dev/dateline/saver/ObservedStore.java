package dev.dateline.saver;

import dev.dateline.model.PublicationTally;
import dev.dateline.saver.UnsavedTallies.Unsaved;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StalePositionException;
import dev.dateline.topics.RecordTraces;
import dev.dateline.topics.RecordTraces.Origin;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.IntSupplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A store whose commits are timed, and traced where tracing is on. It changes nothing. */
final class ObservedStore implements CountStore {

    private final CountStore store;
    private final UnsavedTallies unsaved;
    private final SaverMetrics metrics;
    private final @Nullable RecordTraces traces;

    /** Without traces where tracing is off. */
    ObservedStore(CountStore store, UnsavedTallies unsaved, SaverMetrics metrics, @Nullable RecordTraces traces) {
        this.store = store;
        this.unsaved = unsaved;
        this.metrics = metrics;
        this.traces = traces;
    }

    @Override
    public int apply(PartitionId partition, Position from, Position to, Collection<PublicationTally> tallies) {
        var topicPartition = new TopicPartition(partition.topic(), partition.number());
        List<Unsaved> read = unsaved.between(topicPartition, from.offset(), to.offset());
        int writes;
        Span span = span(partition, tallies.size(), read);
        try (Scope scope = span.makeCurrent()) {
            writes = time(() -> store.apply(partition, from, to, tallies), tallies);
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR).recordException(e);
            throw e;
        } finally {
            span.end();
        }
        unsaved.savedTo(topicPartition, to.offset());
        if (!read.isEmpty()) {
            metrics.age(Duration.ofMillis(
                    Math.max(0, System.currentTimeMillis() - read.get(0).timestamp())));
        }
        return writes;
    }

    private int time(IntSupplier apply, Collection<PublicationTally> tallies) {
        long begin = System.nanoTime();
        try {
            int writes = apply.getAsInt();
            metrics.applied(tallies, writes, since(begin));
            return writes;
        } catch (StalePositionException e) {
            metrics.stale(since(begin));
            throw e;
        } catch (RuntimeException e) {
            metrics.failed(since(begin));
            throw e;
        }
    }

    private Span span(PartitionId partition, int records, List<Unsaved> read) {
        List<Origin> origins =
                read.stream().map(Unsaved::origin).filter(Objects::nonNull).toList();
        return traces == null || origins.isEmpty()
                ? Span.getInvalid()
                : traces.join("save", partition.topic(), records, origins);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Override
    public int maxWrites() {
        return store.maxWrites();
    }

    @Override
    public Position position(PartitionId partition) {
        return store.position(partition);
    }

    @Override
    public void close() {
        store.close();
    }
}
