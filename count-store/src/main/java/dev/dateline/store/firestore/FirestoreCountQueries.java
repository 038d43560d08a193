package dev.dateline.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.Query.Direction;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.Text;
import dev.dateline.store.CountQueries;
import dev.dateline.store.Cursor;
import dev.dateline.store.EntityId;
import dev.dateline.store.EntityOrder;
import dev.dateline.store.EntityTotal;
import dev.dateline.store.Page;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import dev.dateline.store.StoreException;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Totals;
import dev.dateline.store.WordPrefix;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the counts in Firestore. */
public final class FirestoreCountQueries implements CountQueries {

    private static final Comparator<PublicationEntity> MOST_MENTIONS_FIRST =
            Comparator.<PublicationEntity>comparingLong(found -> found.entity().mentions())
                    .reversed()
                    .thenComparing(found -> found.publication().key());

    private final Database database;
    private final FirestoreLedger ledger;
    private final RecentTotals totals;
    private final FirestoreExport export;
    private final MentionSums sums;

    private FirestoreCountQueries(Database database) {
        this.database = database;
        this.ledger = new FirestoreLedger(database);
        this.totals = new RecentTotals(database);
        this.export = new FirestoreExport(database);
        this.sums = new MentionSums(database);
    }

    /**
     * Opens the settings' project or emulator.
     *
     * @throws StoreException if it does not answer
     */
    public static FirestoreCountQueries open(StoreSettings settings) {
        return new FirestoreCountQueries(Database.open(settings));
    }

    @Override
    public Position position(PartitionId partition) {
        return ledger.position(partition);
    }

    @Override
    public Totals totals() {
        return totals.get();
    }

    @Override
    public Page<PublicationCount> publications(@Nullable String cursor, int limit) {
        Page.requireLimit(limit, Page.MAX_LIMIT);
        String list = Cursor.listOfPublications();
        Cursor from = Cursor.read(cursor, list);
        Query query =
                database.publications().orderBy("count", Direction.DESCENDING).orderBy(FieldPath.documentId());
        if (!from.text().isEmpty()) {
            query = query.startAfter(from.count(), DocumentIds.ofPublication(from.text()));
        }
        List<PublicationCount> rows = list(query.limit(limit + 1), Documents::publication);
        return Page.of(rows, limit, last -> Cursor.after(last).write(list));
    }

    @Override
    public Optional<PublicationCount> publication(PublicationKey key) {
        return Optional.of(database.await(database.publication(key).get()))
                .filter(DocumentSnapshot::exists)
                .map(Documents::publication);
    }

    @Override
    public Page<EntityCount> entities(
            PublicationKey key, @Nullable EntityType type, EntityOrder order, @Nullable String cursor, int limit) {
        Page.requireLimit(limit, Page.MAX_LIMIT);
        String list = Cursor.listOfEntities(key, type, order);
        Cursor from = Cursor.read(cursor, list);
        String field = field(order);
        Query entities = database.entities(key);
        Query query = type == null
                ? entities.orderBy(field, Direction.DESCENDING)
                        .orderBy("type")
                        .orderBy("word")
                        .startAfter(from.count(), from.type(), from.text())
                : entities.whereEqualTo("type", type.name())
                        .orderBy(field, Direction.DESCENDING)
                        .orderBy("word")
                        .startAfter(from.count(), from.text());
        List<EntityCount> rows = list(query.limit(limit + 1), Documents::entity);
        return Page.of(rows, limit, last -> Cursor.after(last, order).write(list));
    }

    @Override
    public long mentions(PublicationKey key) {
        return sums.of(List.of(database.entities(key))).get(0);
    }

    @Override
    public List<EntityCount> find(PublicationKey key, Collection<EntityId> entities) {
        Page.requireFew(entities);
        List<DocumentReference> documents = entities.stream()
                .map(id -> database.entity(key, id.type(), id.word()))
                .toList();
        return documents.isEmpty()
                ? List.of()
                : database.all(documents).stream()
                        .filter(DocumentSnapshot::exists)
                        .map(Documents::entity)
                        .toList();
    }

    @Override
    public List<Long> mentionsEverywhere(List<EntityId> entities) {
        Page.requireFew(entities);
        return sums.of(entities.stream()
                .map(id -> ofType(id.type()).whereEqualTo("word", id.word()))
                .toList());
    }

    @Override
    public List<EntityTotal> search(String prefix, @Nullable EntityType type, int limit) {
        Page.requireLimit(limit, MAX_FOUND);
        WordPrefix words = WordPrefix.of(prefix);
        Query query = ofType(type)
                .whereGreaterThanOrEqualTo("word", words.begin())
                .whereLessThan("word", words.end())
                .orderBy("word")
                .limit(MAX_FOUND);
        var found = new FoundEntities();
        list(query, Documents::entity).forEach(found::add);
        return found.mostMentioned(limit);
    }

    @Override
    public List<PublicationEntity> acrossPublications(EntityType type, String word, int limit) {
        Page.requireLimit(limit, Page.MAX_LIMIT);
        List<PublicationEntity> exact = across(type, word, limit);
        return exact.isEmpty() ? across(type, Text.folded(Text.oneSpaced(word)), limit) : exact;
    }

    @Override
    public void forEachPublication(Consumer<PublicationCount> consumer) {
        export.forEachPublication(consumer);
    }

    @Override
    public void forEachEntity(Consumer<PublicationEntity> consumer) {
        export.forEachEntity(consumer);
    }

    @Override
    public void close() {
        database.close();
    }

    private List<PublicationEntity> across(EntityType type, String word, int limit) {
        List<QueryDocumentSnapshot> entities = list(
                ofType(type)
                        .whereEqualTo("word", word)
                        .orderBy("count", Direction.DESCENDING)
                        .limit(limit),
                Function.identity());
        // The publications come in the order in which they are asked for.
        List<DocumentSnapshot> publications =
                database.all(entities.stream().map(Documents::publicationOf).toList());
        return IntStream.range(0, entities.size())
                .mapToObj(i -> new PublicationEntity(
                        Documents.publication(publications.get(i)), Documents.entity(entities.get(i))))
                .sorted(MOST_MENTIONS_FIRST)
                .toList();
    }

    private static String field(EntityOrder order) {
        return switch (order) {
            case MENTIONS -> "count";
            case ARTICLES -> "articles";
        };
    }

    private Query ofType(@Nullable EntityType type) {
        Query all = database.entitiesOfAll();
        return type == null ? all : all.whereEqualTo("type", type.name());
    }

    private <T> List<T> list(Query query, Function<QueryDocumentSnapshot, T> reader) {
        return database.await(query.get()).getDocuments().stream().map(reader).toList();
    }
}
