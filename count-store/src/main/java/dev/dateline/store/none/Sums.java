package dev.dateline.store.none;

import dev.dateline.model.EntityCount;
import dev.dateline.store.Increments;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StalePositionException;
import dev.dateline.store.Totals;
import java.util.HashMap;
import java.util.Map;

/** Positions and sums, moved together. */
final class Sums {

    private final Map<PartitionId, Position> positions = new HashMap<>();
    private long articles;
    private long mentions;
    private long writes;

    synchronized Position position(PartitionId partition) {
        return positions.getOrDefault(partition, Position.START);
    }

    synchronized void apply(PartitionId partition, Position from, Position to, Increments increments) {
        Position current = position(partition);
        if (!(current.equals(from) || current.isStart() && from.isStart())) {
            throw new StalePositionException(partition, from);
        }
        positions.put(partition, to);
        writes += increments.writes();
        for (Increments.OfPublication publication : increments.publications()) {
            articles += publication.articles();
            mentions += publication.entities().stream()
                    .mapToLong(EntityCount::mentions)
                    .sum();
        }
    }

    synchronized Totals totals() {
        return new Totals(0, articles, 0, mentions);
    }

    synchronized long writes() {
        return writes;
    }
}
