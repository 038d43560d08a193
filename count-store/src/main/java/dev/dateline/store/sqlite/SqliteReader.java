package dev.dateline.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Asks questions, on as many connections as there are threads that ask at once. */
final class SqliteReader implements AutoCloseable {

    /** Makes something of a result's current row. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final SqliteFile file;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    SqliteReader(SqliteFile file) {
        this.file = file;
    }

    <T> List<T> list(String sql, RowReader<T> rowReader, Object... parameters) {
        try {
            Connection connection = take();
            try {
                return list(connection, sql, rowReader, parameters);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw file.failure(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        closeIdle();
    }

    private static <T> List<T> list(Connection connection, String sql, RowReader<T> rowReader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (result.next()) {
                    rows.add(rowReader.read(result));
                }
                return rows;
            }
        }
    }

    private Connection take() throws SQLException {
        if (closed) {
            throw new SQLException("closed");
        }
        Connection connection = idle.poll();
        return connection == null ? file.openToRead() : connection;
    }

    private void giveBack(Connection connection) {
        idle.add(connection);
        if (closed) {
            closeIdle();
        }
    }

    private void closeIdle() {
        try {
            for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
                connection.close();
            }
        } catch (SQLException e) {
            throw file.failure(e);
        }
    }
}
