package dev.dateline.explorer.pipeline;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicIdPartition;

/** Records as a reader of committed transactions sees them. */
interface CommittedRecords {

    /**
     * Reads each span from its start, until their ends or until it has seen enough.
     *
     * @return how far each was read
     */
    Map<TopicIdPartition, Reading> read(Collection<Span> spans);

    /**
     * How far a span was read.
     *
     * @param position the first offset that was not looked at, at most the span's end
     * @param records those before it
     */
    record Reading(long position, long records) {}
}
