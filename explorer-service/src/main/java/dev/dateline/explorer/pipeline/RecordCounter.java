package dev.dateline.explorer.pipeline;

import dev.dateline.explorer.pipeline.CommittedRecords.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicIdPartition;

/**
 * Counts the records of spans. A log never changes where it was read, so that this remembers what it saw and reads each
 * offset once: asking again costs only what came since. Not thread-safe.
 */
final class RecordCounter {

    private final CommittedRecords log;
    private final Map<TopicIdPartition, Counted> known = new HashMap<>();

    RecordCounter(CommittedRecords log) {
        this.log = log;
    }

    /** From one offset up to another lie this many records. */
    private record Counted(long from, long to, long records) {

        boolean helps(Span span) {
            return to <= span.to() && (from == span.from() || isEmptyGapAround(span.from()));
        }

        private boolean isEmptyGapAround(long offset) {
            return records == 0 && from < offset && offset <= to;
        }
    }

    /** True if the partition was last read up to {@code end}, and nothing was found. */
    boolean knowsNothingWaitsBefore(TopicIdPartition partition, long end) {
        Counted last = known.get(partition);
        return last != null && last.to == end && last.records == 0;
    }

    /** The records in all spans; what is too much to read now counts by its offsets, at least 1. */
    long count(Collection<Span> spans) {
        List<Span> unread = new ArrayList<>();
        for (Span span : spans) {
            Counted before = known.get(span.partition());
            Counted start = before != null && before.helps(span)
                    ? new Counted(span.from(), before.to, before.records)
                    : new Counted(span.from(), span.from(), 0);
            known.put(span.partition(), start);
            if (start.to < span.to()) {
                unread.add(span.startingAt(start.to));
            }
        }
        if (!unread.isEmpty()) {
            log.read(unread).forEach(this::add);
        }
        return spans.stream().mapToLong(this::estimate).sum();
    }

    private void add(TopicIdPartition partition, Reading reading) {
        known.computeIfPresent(
                partition, (p, c) -> new Counted(c.from, reading.position(), c.records + reading.records()));
    }

    private long estimate(Span span) {
        Counted counted = known.get(span.partition());
        return counted == null ? span.offsets() : counted.records + Math.abs(span.to() - counted.to);
    }
}
