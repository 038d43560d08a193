package dev.dateline.system.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A file, whose one lock for writing someone else can hold. Its answers can't get lost: there is no network. */
final class SqliteStore implements TestedStore {

    private static final Duration SLOW_COMMIT = Duration.ofSeconds(2);

    /** Of a fault that waits for the lock while a saver holds it that is itself frozen, or others hold it in turns. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path file;

    SqliteStore(Path folder) {
        file = folder.resolve("counts.db");
    }

    @Override
    public List<String> ofSaver() {
        return List.of("--dateline.saver.store.file=" + file);
    }

    @Override
    public List<String> settingsOfExplorer() {
        return List.of("--dateline.explorer.store.file=" + file);
    }

    /** One fault at a time: SQLite gives its lock to whoever asks at the right moment, and several could keep one waiting for ever. */
    @Override
    public synchronized void isAway(Runnable wait) {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE.toMillis());
            statement.execute("BEGIN IMMEDIATE");
            wait.run();
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each commit waits for the lock, and gets it in the end. */
    @Override
    public void isSlow(Duration time) {
        for (Duration left = time; !left.isNegative(); left = left.minus(SLOW_COMMIT)) {
            isAway(() -> Pause.of(SLOW_COMMIT));
        }
    }

    @Override
    public void losesAnswers(Duration time) {
        isAway(() -> Pause.of(time));
    }

    @Override
    public void close() {}
}
