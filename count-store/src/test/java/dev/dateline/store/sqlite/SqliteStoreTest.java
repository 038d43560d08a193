package dev.dateline.store.sqlite;

import dev.dateline.store.CountQueriesContract;
import dev.dateline.store.StoreSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends CountQueriesContract {

    @TempDir
    Path folder;

    @Override
    protected StoreSettings settings() {
        return new StoreSettings(null, folder.resolve("counts.db"), null, null);
    }
}
