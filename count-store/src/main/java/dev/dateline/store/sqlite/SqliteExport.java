package dev.dateline.store.sqlite;

import dev.dateline.model.EntityCount;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands everything over, page by page: a page is in memory before the consumer sees it, so that a slow one does not hold
 * a snapshot, which would keep the write-ahead log from being reused.
 */
record SqliteExport(SqliteReader reader) {

    private static final int PAGE = 1_000;

    void forEachPublication(Consumer<PublicationCount> consumer) {
        String after = "";
        List<PublicationCount> page;
        do {
            page = reader.list(Sql.PUBLICATIONS_BY_KEY, Rows::publication, after, PAGE);
            for (PublicationCount publication : page) {
                consumer.accept(publication);
                after = publication.key().value();
            }
        } while (page.size() == PAGE);
    }

    void forEachEntity(Consumer<PublicationEntity> consumer) {
        forEachPublication(publication -> forEachEntity(publication, consumer));
    }

    private void forEachEntity(PublicationCount publication, Consumer<PublicationEntity> consumer) {
        String key = publication.key().value();
        String afterType = "";
        String afterWord = "";
        List<EntityCount> page;
        do {
            page = reader.list(Sql.ENTITIES_BY_WORD, Rows::entity, key, afterType, afterWord, PAGE);
            for (EntityCount entity : page) {
                consumer.accept(new PublicationEntity(publication, entity));
                afterType = entity.type().name();
                afterWord = entity.word();
            }
        } while (page.size() == PAGE);
    }
}
