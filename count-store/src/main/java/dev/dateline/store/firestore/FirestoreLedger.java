package dev.dateline.store.firestore;

import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Precondition;
import com.google.cloud.firestore.WriteBatch;
import dev.dateline.store.Ledger;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StalePositionException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The positions, and when each was last written: a commit goes through only if that is still so. */
final class FirestoreLedger implements Ledger {

    private record Seen(Position position, Timestamp writtenAt) {}

    private final Database database;
    private final Map<PartitionId, Seen> seen = new ConcurrentHashMap<>();

    FirestoreLedger(Database database) {
        this.database = database;
    }

    @Override
    public Position position(PartitionId partition) {
        DocumentSnapshot document = database.await(database.ledger(partition).get());
        if (!document.exists()) {
            seen.remove(partition);
            return Position.START;
        }
        var position = new Position(
                Objects.requireNonNull(document.getLong("offset")),
                Objects.requireNonNull(document.getString("topicId")));
        seen.put(partition, new Seen(position, Objects.requireNonNull(document.getUpdateTime())));
        return position;
    }

    /** Adds the move to a batch, which fails if the ledger was written since it was at {@code from}. */
    void addMove(WriteBatch batch, PartitionId partition, Position from, Position to) {
        DocumentReference document = database.ledger(partition);
        Map<String, Object> fields = Map.of("offset", to.offset(), "topicId", to.topicId());
        if (from.isStart()) {
            batch.create(document, fields);
        } else {
            batch.update(document, fields, Precondition.updatedAt(writtenAt(partition, from)));
        }
    }

    void moved(PartitionId partition, Position to, Timestamp writtenAt) {
        seen.put(partition, new Seen(to, writtenAt));
    }

    private Timestamp writtenAt(PartitionId partition, Position from) {
        Seen last = seen.get(partition);
        if (last == null || !last.position.equals(from)) {
            position(partition);
            last = seen.get(partition);
        }
        if (last == null || !last.position.equals(from)) {
            throw new StalePositionException(partition, from);
        }
        return last.writtenAt;
    }
}
