package dev.dateline.store.sqlite;

import static dev.dateline.store.Samples.person;
import static dev.dateline.store.Samples.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.PublicationKey;
import dev.dateline.model.PublicationTally;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreException;
import dev.dateline.store.Totals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    private static final PartitionId PARTITION = new PartitionId("processed", 0);
    private static final Position ONE = new Position(1, "topic-id");
    private static final Position TWO = new Position(2, "topic-id");
    private static final List<PublicationTally> TALLIES =
            List.of(tally("The Daily Example", 1, person("Ada", 2), person("Bede", 1)));

    @TempDir
    Path folder;

    @Test
    void whatWasAppliedIsThereAfterOpeningAgain() {
        Path file = folder.resolve("counts.db");
        try (SqliteCountStore store = SqliteCountStore.open(file)) {
            store.apply(PARTITION, Position.START, ONE, TALLIES);
        }

        try (SqliteCountQueries counts = SqliteCountQueries.open(file)) {
            assertThat(counts.position(PARTITION)).isEqualTo(ONE);
            assertThat(counts.totals().mentions()).isEqualTo(3);
        }
    }

    @Test
    void aPathMayHoldWhatAUriMayNot() {
        Path file = folder.resolve("a folder ? # % ü/counts?.db");

        SqliteCountStore.open(file).close();

        assertThat(file).exists();
    }

    @Test
    void theFileSyncsEachCommitAndReadersDoNotWait() throws SQLException {
        Path file = folder.resolve("counts.db");
        SqliteCountStore.open(file).close();

        try (Connection connection = new SqliteFile(file).openToWrite();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
            assertThat(statement.executeQuery("PRAGMA synchronous").getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void aCommitThatFailsHalfwayChangesNothingAndMayBeRepeated() throws SQLException {
        Path file = folder.resolve("counts.db");
        try (SqliteCountStore store = SqliteCountStore.open(file);
                SqliteCountQueries counts = SqliteCountQueries.open(file)) {
            store.apply(PARTITION, Position.START, ONE, TALLIES);
            execute(file, """
                    CREATE TRIGGER no_bede BEFORE UPDATE ON entity WHEN new.word = 'bede'
                    BEGIN SELECT raise(ABORT, 'a disk full of bedes'); END""");

            assertThatThrownBy(() -> store.apply(PARTITION, ONE, TWO, TALLIES))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("a disk full of bedes");
            assertThat(store.position(PARTITION)).isEqualTo(ONE);
            assertThat(counts.totals().mentions()).isEqualTo(3);

            execute(file, "DROP TRIGGER no_bede");
            store.apply(PARTITION, ONE, TWO, TALLIES);
            assertThat(counts.totals().mentions()).isEqualTo(6);
        }
    }

    @Test
    void manyMayOpenANewFileAtTheSameMoment() throws Exception {
        Path file = folder.resolve("counts.db");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            var opened = new ArrayList<Future<SqliteCountQueries>>();
            for (int i = 0; i < 4; i++) {
                opened.add(threads.submit(() -> SqliteCountQueries.open(file)));
            }
            for (Future<SqliteCountQueries> counts : opened) {
                assertThat(counts.get().totals().articles()).isZero();
                counts.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Timeout(120)
    void twoProcessesOpenANewFileAtOnceAndWriteItAtOnce() throws Exception {
        Path file = folder.resolve("counts.db");
        List<Process> processes = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            // A process of seconds, most of which it starts.
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            SqliteWriterProcess.class.getName(),
                            file.toString(),
                            Integer.toString(partition))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output-" + partition).toFile())
                    .start());
        }

        for (int partition = 0; partition < 2; partition++) {
            assertThat(processes.get(partition).waitFor(100, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("output-" + partition)).hasContent("");
            assertThat(processes.get(partition).exitValue()).isZero();
        }
        try (SqliteCountQueries counts = SqliteCountQueries.open(file)) {
            assertThat(counts.totals().articles()).isEqualTo(2 * SqliteWriterProcess.COMMITS);
        }
    }

    @Test
    void aFileOfTheFirstVersionIsSummedWhenItIsOpened() throws SQLException {
        Path file = folder.resolve("counts.db");
        Flyway.configure(SqliteFileTest.class.getClassLoader())
                .dataSource(new SqliteFile(file).dataSource())
                .locations("classpath:dev/dateline/store/sqlite/migrations")
                .target("1")
                .load()
                .migrate();
        execute(file, "INSERT INTO publication (key, name, articles) VALUES ('a', 'A', 3), ('b', 'B', 1)");
        execute(file, """
                INSERT INTO entity (publication, type, word, name, mentions, articles)
                VALUES (1, 'PERSON', 'ada', 'Ada', 5, 2), (1, 'MISC', 'ada', 'Ada', 2, 1)""");

        try (SqliteCountQueries counts = SqliteCountQueries.open(file)) {
            assertThat(counts.totals()).isEqualTo(new Totals(2, 4, 2, 7));
            assertThat(counts.mentions(PublicationKey.of("a"))).isEqualTo(7);
            assertThat(counts.mentions(PublicationKey.of("b"))).isZero();
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftAlone() throws SQLException {
        Path file = folder.resolve("counts.db");
        SqliteCountStore.open(file).close();
        execute(file, """
                INSERT INTO flyway_schema_history
                SELECT 99, '99', 'newer', type, 'V99__newer.sql', checksum, installed_by, installed_on, execution_time, success
                FROM flyway_schema_history WHERE version = '1'""");

        assertThatThrownBy(() -> SqliteCountStore.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void whatIsNoDatabaseIsSaidSo() throws Exception {
        Path file = Files.writeString(
                folder.resolve("counts.db"), "not a database, but long enough to be one\n".repeat(99));

        assertThatThrownBy(() -> SqliteCountStore.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a database");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("counts.db");

        assertThatThrownBy(() -> SqliteCountStore.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = new SqliteFile(file).openToWrite();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
