package dev.dateline.store.sqlite;

import dev.dateline.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** The database's file, and connections to it. */
record SqliteFile(Path path) {

    /** Another process's commit takes milliseconds, a checkpoint on a slow disk seconds. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** KiB, of the writer: the upper levels of the indexes of some ten million entities. */
    private static final int WRITER_CACHE_KIB = 64 * 1024;

    SqliteFile {
        path = path.toAbsolutePath().normalize();
    }

    /** As a URI, because a path may hold the question mark that begins the parameters. */
    SQLiteDataSource dataSource() {
        return dataSource(new SQLiteConfig());
    }

    Connection openToRead() throws SQLException {
        return dataSource().getConnection();
    }

    /** Its transactions hold the writer's lock from their begin, so that what they read stays true. */
    Connection openToWrite() throws SQLException {
        var config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setCacheSize(-WRITER_CACHE_KIB);
        return dataSource(config).getConnection();
    }

    StoreException failure(Exception cause) {
        return new StoreException("SQLite's file %s: %s".formatted(path, cause.getMessage()), cause);
    }

    private SQLiteDataSource dataSource(SQLiteConfig config) {
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        var dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + path.toUri());
        return dataSource;
    }
}
