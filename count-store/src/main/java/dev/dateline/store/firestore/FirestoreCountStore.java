package dev.dateline.store.firestore;

import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.SetOptions;
import com.google.cloud.firestore.WriteBatch;
import com.google.cloud.firestore.WriteResult;
import dev.dateline.model.EntityCount;
import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountStore;
import dev.dateline.store.Increments;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StalePositionException;
import dev.dateline.store.StoreException;
import dev.dateline.store.StoreSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Adds to the counts in Firestore, each range of offsets in one atomic batch. */
public final class FirestoreCountStore implements CountStore {

    /** Firestore's limit for a commit. Of 500 of the largest entities its 10 MiB are not half full. */
    private static final int MAX_WRITES = 500;

    private final Database database;
    private final FirestoreLedger ledger;

    private FirestoreCountStore(Database database) {
        this.database = database;
        this.ledger = new FirestoreLedger(database);
    }

    /**
     * Opens the settings' project or emulator.
     *
     * @throws StoreException if it does not answer
     */
    public static FirestoreCountStore open(StoreSettings settings) {
        return new FirestoreCountStore(Database.open(settings));
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
        WriteBatch batch = database.batch();
        ledger.addMove(batch, partition, from, to);
        increments.publications().forEach(publication -> add(batch, publication));
        try {
            List<WriteResult> results = database.await(batch.commit());
            // In the order of the writes: the first is the ledger's.
            ledger.moved(partition, to, results.get(0).getUpdateTime());
            return increments.writes();
        } catch (StoreException e) {
            throw isGuard(e) ? new StalePositionException(partition, from) : e;
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private void add(WriteBatch batch, Increments.OfPublication publication) {
        batch.set(
                database.publication(publication.key()),
                Map.of("name", publication.name(), "count", FieldValue.increment(publication.articles())),
                SetOptions.merge());
        for (EntityCount entity : publication.entities()) {
            batch.set(
                    database.entity(publication.key(), entity.type(), entity.word()),
                    Map.of(
                            "type", entity.type().name(),
                            "word", entity.word(),
                            "name", entity.name(),
                            "count", FieldValue.increment(entity.mentions()),
                            "articles", FieldValue.increment(entity.articles())),
                    SetOptions.merge());
        }
    }

    /** Only the ledger's write has a precondition. */
    private static boolean isGuard(StoreException failure) {
        return failure.getCause() instanceof ApiException e
                && (e.getStatusCode().getCode() == StatusCode.Code.ALREADY_EXISTS
                        || e.getStatusCode().getCode() == StatusCode.Code.FAILED_PRECONDITION);
    }
}
