package dev.dateline.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/** Brings a file's tables up to date. Flyway can't lock SQLite, so a file beside it is the lock between processes. */
final class SqliteSchema {

    private static final Object ONE_IN_THIS_PROCESS = new Object();

    private SqliteSchema() {}

    /** @throws dev.dateline.store.StoreException if the file can't be opened or made, or is of a newer version */
    static void migrate(SqliteFile file) {
        Path lockFile = file.path().resolveSibling(file.path().getFileName() + "-migration");
        synchronized (ONE_IN_THIS_PROCESS) {
            try {
                Files.createDirectories(lockFile.getParent());
                try (FileChannel channel =
                                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    migrateLocked(file.dataSource());
                }
            } catch (IOException | SQLException | FlywayException e) {
                throw file.failure(e);
            }
        }
    }

    private static void migrateLocked(SQLiteDataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            // Kept in the file: every later connection finds it so.
            statement.execute("PRAGMA journal_mode = WAL");
        }
        Flyway.configure(SqliteSchema.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:dev/dateline/store/sqlite/migrations")
                .failOnMissingLocations(true)
                // By default it would go on with tables that only a newer version knows.
                .ignoreMigrationPatterns(new String[0])
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
