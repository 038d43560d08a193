package dev.dateline.store.sqlite;

import static dev.dateline.store.Samples.person;
import static dev.dateline.store.Samples.tally;

import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import java.nio.file.Path;
import java.util.List;

/** Another process's writer: counts one article per commit in a partition of its own. */
final class SqliteWriterProcess {

    static final int COMMITS = 50;

    private SqliteWriterProcess() {}

    public static void main(String[] arguments) {
        var partition = new PartitionId("processed", Integer.parseInt(arguments[1]));
        try (SqliteCountStore store = SqliteCountStore.open(Path.of(arguments[0]))) {
            for (int i = 0; i < COMMITS; i++) {
                Position from = store.position(partition);
                var to = new Position(from.offset() + 1, "topic-id");
                store.apply(partition, from, to, List.of(tally("The Daily Example", 1, person("Ada", 1))));
            }
        }
    }
}
