package dev.dateline.store.sqlite;

import dev.dateline.store.Ledger;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;

/** Reads the table of positions. */
record SqliteLedger(SqliteReader reader) implements Ledger {

    static final String POSITION = "SELECT \"offset\", topic_id FROM ledger WHERE topic_partition = ?";

    @Override
    public Position position(PartitionId partition) {
        return reader
                .list(POSITION, row -> new Position(row.getLong(1), row.getString(2)), partition.toString())
                .stream()
                .findFirst()
                .orElse(Position.START);
    }
}
