package dev.dateline.cli.letters;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Which letters of a partition were sent back: all before an offset, and some beyond it, picked by id or cause. Kept as the
 * group's committed offset and its metadata, so that it moves in the transaction that sends the posts.
 *
 * @param before the first offset that was not
 * @param beyond those after it that were
 */
record Redriven(long before, Set<Long> beyond) {

    /** Kafka's own default limit ({@code offset.metadata.max.bytes}). */
    private static final int MAX_METADATA = 4_096;

    static Redriven of(@Nullable OffsetAndMetadata committed) {
        if (committed == null) {
            return new Redriven(0, Set.of());
        }
        return new Redriven(
                committed.offset(),
                Arrays.stream(committed.metadata().split(","))
                        .filter(offset -> !offset.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toSet()));
    }

    boolean contains(long offset) {
        return offset < before || beyond.contains(offset);
    }

    boolean fitsItsPlace() {
        return metadata().length() <= MAX_METADATA;
    }

    OffsetAndMetadata toCommit() {
        return new OffsetAndMetadata(before, metadata());
    }

    private String metadata() {
        return new TreeSet<>(beyond).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
