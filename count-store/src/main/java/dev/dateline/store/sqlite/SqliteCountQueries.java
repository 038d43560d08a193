package dev.dateline.store.sqlite;

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
import dev.dateline.store.Totals;
import dev.dateline.store.WordPrefix;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the counts in an SQLite file, while others write it. */
public final class SqliteCountQueries implements CountQueries {

    private final SqliteReader reader;

    private SqliteCountQueries(SqliteReader reader) {
        this.reader = reader;
    }

    /**
     * Opens the file, and makes it and its tables if it has none: who reads may be first.
     *
     * @throws dev.dateline.store.StoreException if that fails
     */
    public static SqliteCountQueries open(Path file) {
        var sqliteFile = new SqliteFile(file);
        SqliteSchema.migrate(sqliteFile);
        return new SqliteCountQueries(new SqliteReader(sqliteFile));
    }

    @Override
    public Position position(PartitionId partition) {
        return new SqliteLedger(reader).position(partition);
    }

    @Override
    public Totals totals() {
        return reader.list(Sql.TOTALS, Rows::totals).get(0);
    }

    @Override
    public Page<PublicationCount> publications(@Nullable String cursor, int limit) {
        Page.requireLimit(limit, Page.MAX_LIMIT);
        String list = Cursor.listOfPublications();
        Cursor from = Cursor.read(cursor, list);
        List<PublicationCount> rows =
                reader.list(Sql.PUBLICATIONS_BY_PLACE, Rows::publication, -from.count(), from.text(), limit + 1);
        return Page.of(rows, limit, last -> Cursor.after(last).write(list));
    }

    @Override
    public Optional<PublicationCount> publication(PublicationKey key) {
        return reader.list(Sql.PUBLICATION, Rows::publication, key.value()).stream()
                .findFirst();
    }

    @Override
    public Page<EntityCount> entities(
            PublicationKey key, @Nullable EntityType type, EntityOrder order, @Nullable String cursor, int limit) {
        Page.requireLimit(limit, Page.MAX_LIMIT);
        String list = Cursor.listOfEntities(key, type, order);
        Cursor from = Cursor.read(cursor, list);
        List<EntityCount> rows = EntityPage.of(key, type, order, from).read(reader, limit + 1);
        return Page.of(rows, limit, last -> Cursor.after(last, order).write(list));
    }

    @Override
    public long mentions(PublicationKey key) {
        return reader.list(Sql.MENTIONS, row -> row.getLong(1), key.value()).stream()
                .findFirst()
                .orElse(0L);
    }

    @Override
    public List<EntityCount> find(PublicationKey key, Collection<EntityId> entities) {
        Page.requireFew(entities);
        return entities.stream()
                .flatMap(id -> reader
                        .list(Sql.ENTITY, Rows::entity, key.value(), id.type().name(), id.word())
                        .stream())
                .toList();
    }

    @Override
    public List<Long> mentionsEverywhere(List<EntityId> entities) {
        Page.requireFew(entities);
        return entities.stream()
                .map(id -> reader.list(
                                Sql.MENTIONS_EVERYWHERE,
                                row -> row.getLong(1),
                                id.word(),
                                id.type().name())
                        .get(0))
                .toList();
    }

    @Override
    public List<EntityTotal> search(String prefix, @Nullable EntityType type, int limit) {
        Page.requireLimit(limit, MAX_FOUND);
        WordPrefix words = WordPrefix.of(prefix);
        return type == null
                ? reader.list(Sql.SEARCH, Rows::entityTotal, words.begin(), words.end(), limit)
                : reader.list(Sql.SEARCH_TYPE, Rows::entityTotal, words.begin(), words.end(), type.name(), limit);
    }

    @Override
    public List<PublicationEntity> acrossPublications(EntityType type, String word, int limit) {
        Page.requireLimit(limit, Page.MAX_LIMIT);
        List<PublicationEntity> exact = across(type, word, limit);
        return exact.isEmpty() ? across(type, Text.folded(Text.oneSpaced(word)), limit) : exact;
    }

    @Override
    public void forEachPublication(Consumer<PublicationCount> consumer) {
        new SqliteExport(reader).forEachPublication(consumer);
    }

    @Override
    public void forEachEntity(Consumer<PublicationEntity> consumer) {
        new SqliteExport(reader).forEachEntity(consumer);
    }

    @Override
    public void close() {
        reader.close();
    }

    private List<PublicationEntity> across(EntityType type, String word, int limit) {
        return reader.list(Sql.ACROSS_PUBLICATIONS, Rows::publicationEntity, word, type.name(), limit);
    }
}
