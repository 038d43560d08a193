package dev.dateline.store;

import dev.dateline.store.firestore.FirestoreCountQueries;
import dev.dateline.store.firestore.FirestoreCountStore;
import dev.dateline.store.none.NoStore;
import dev.dateline.store.sqlite.SqliteCountQueries;
import dev.dateline.store.sqlite.SqliteCountStore;
import java.util.Objects;

/** Opens the store that the settings name, making its tables where it needs some. */
public final class Stores {

    private Stores() {}

    /**
     * Opens it to add counts.
     *
     * @throws StoreException if it does not answer within seconds; the message says what is away
     */
    public static CountStore openToWrite(StoreSettings settings) {
        return switch (Objects.requireNonNull(settings.type())) {
            case SQLITE -> SqliteCountStore.open(Objects.requireNonNull(settings.file()));
            case FIRESTORE -> FirestoreCountStore.open(settings);
            case NONE -> NoStore.open();
        };
    }

    /**
     * Opens it to read counts.
     *
     * @throws StoreException if it does not answer within seconds; the message says what is away
     */
    public static CountQueries openToRead(StoreSettings settings) {
        return switch (Objects.requireNonNull(settings.type())) {
            case SQLITE -> SqliteCountQueries.open(Objects.requireNonNull(settings.file()));
            case FIRESTORE -> FirestoreCountQueries.open(settings);
            case NONE -> NoStore.open();
        };
    }
}
