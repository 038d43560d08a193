package dev.dateline.store.sqlite;

import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountStore;
import dev.dateline.store.Increments;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StalePositionException;
import dev.dateline.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Adds to the counts in an SQLite file, one commit at a time: SQLite has one writer. */
public final class SqliteCountStore implements CountStore {

    /** About a tenth of a second of the writer's lock; larger commits are hardly faster. */
    private static final int MAX_WRITES = 10_000;

    private final SqliteFile file;
    private final SqliteReader reader;
    private final SqliteLedger ledger;
    private @Nullable Connection writer;
    private boolean closed;

    private SqliteCountStore(SqliteFile file) {
        this.file = file;
        this.reader = new SqliteReader(file);
        this.ledger = new SqliteLedger(reader);
    }

    /**
     * Opens the file, and makes it and its tables if it has none.
     *
     * @throws StoreException if that fails
     */
    public static SqliteCountStore open(Path file) {
        var sqliteFile = new SqliteFile(file);
        SqliteSchema.migrate(sqliteFile);
        return new SqliteCountStore(sqliteFile);
    }

    @Override
    public Position position(PartitionId partition) {
        return ledger.position(partition);
    }

    @Override
    public int maxWrites() {
        return MAX_WRITES;
    }

    @Override
    public int apply(PartitionId partition, Position from, Position to, Collection<PublicationTally> tallies) {
        from.requireBefore(to);
        Increments increments = Increments.of(tallies, MAX_WRITES);
        if (!applied(partition, from, to, increments)) {
            throw new StalePositionException(partition, from);
        }
        return increments.writes();
    }

    @Override
    public synchronized void close() {
        closed = true;
        reader.close();
        closeWriter();
    }

    private synchronized boolean applied(PartitionId partition, Position from, Position to, Increments increments) {
        if (closed) {
            throw new StoreException("SQLite's file %s is closed".formatted(file.path()));
        }
        boolean ended = false;
        try {
            if (writer == null) {
                writer = file.openToWrite();
            }
            // This driver begins here, and after each commit() too: it would hold the writer's lock for ever.
            writer.setAutoCommit(false);
            boolean moved;
            try (var commit = new SqliteCommit(writer)) {
                moved = commit.moveLedger(partition, from, to);
                if (moved) {
                    commit.add(increments);
                }
            }
            writer.setAutoCommit(true);
            ended = true;
            return moved;
        } catch (SQLException e) {
            throw file.failure(e);
        } finally {
            if (!ended) {
                // Closing rolls back, whatever state the failure left the connection in.
                closeWriter();
            }
        }
    }

    private void closeWriter() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (SQLException e) {
            throw file.failure(e);
        } finally {
            writer = null;
        }
    }
}
