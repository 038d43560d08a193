package dev.dateline.explorer.pipeline;

import dev.dateline.explorer.pipeline.CommittedRecords.Reading;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;

/** A span while it is read. */
final class OpenSpan {

    private final Span span;
    private long end;
    private long position;
    private long records;

    OpenSpan(Span span) {
        this.span = span;
        this.end = span.to();
        this.position = span.from();
    }

    TopicIdPartition key() {
        return span.partition();
    }

    TopicPartition partition() {
        return key().topicPartition();
    }

    long position() {
        return position;
    }

    /** Says where the log ends for its reader; nothing after that is waited for. */
    void endsAt(long readableEnd) {
        end = Math.min(end, readableEnd);
    }

    boolean isRead() {
        return position >= end;
    }

    /** Takes what was read up to {@code reached}, which may be more than was asked for. */
    void add(List<? extends ConsumerRecord<?, ?>> read, long reached) {
        records += read.stream().filter(record -> record.offset() < span.to()).count();
        position = Math.min(reached, span.to());
    }

    Reading reading() {
        return new Reading(position, records);
    }
}
