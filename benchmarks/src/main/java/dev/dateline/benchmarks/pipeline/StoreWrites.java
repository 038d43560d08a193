package dev.dateline.benchmarks.pipeline;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the rows that commits write, by triggers in a benchmark's own database: whatever the saver says of itself, this is what
 * reached the store. It costs a write for each, so no run is timed with it.
 */
final class StoreWrites implements AutoCloseable {

    private final Connection connection;

    StoreWrites(Path database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + database.toUri());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 10000");
            statement.execute("CREATE TABLE benchmark_writes (name TEXT PRIMARY KEY, rows INTEGER NOT NULL)");
            for (String table : new String[] {"publication", "entity", "ledger"}) {
                statement.execute("INSERT INTO benchmark_writes VALUES ('%s', 0)".formatted(table));
                for (String event : new String[] {"INSERT", "UPDATE"}) {
                    statement.execute("""
                            CREATE TRIGGER benchmark_%1$s_%2$s AFTER %2$s ON %1$s BEGIN
                              UPDATE benchmark_writes SET rows = rows + 1 WHERE name = '%1$s'; END""".formatted(table, event));
                }
            }
        }
    }

    /** Rows written so far: entities, publications, and the ledger once a commit. */
    Map<String, Long> rows() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, rows FROM benchmark_writes")) {
            var counts = new TreeMap<String, Long>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
            return counts;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
