package dev.dateline.store.firestore;

import com.google.cloud.firestore.FieldPath;
import com.google.cloud.firestore.Query;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import dev.dateline.model.EntityCount;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands everything over, page by page. Only the publications are all in memory at once, about 200 bytes each: their keys
 * are not in the database, so that it can't sort by them.
 */
record FirestoreExport(Database database) {

    private static final int PAGE = 1_000;

    void forEachPublication(Consumer<PublicationCount> consumer) {
        publicationsByKey().forEach(consumer);
    }

    void forEachEntity(Consumer<PublicationEntity> consumer) {
        publicationsByKey().forEach(publication -> forEachEntity(publication, consumer));
    }

    private List<PublicationCount> publicationsByKey() {
        var publications = new ArrayList<PublicationCount>();
        Query byId = database.publications().orderBy(FieldPath.documentId());
        forEachPage(byId, page -> page.forEach(document -> publications.add(Documents.publication(document))));
        publications.sort(Comparator.comparing(PublicationCount::key));
        return publications;
    }

    private void forEachEntity(PublicationCount publication, Consumer<PublicationEntity> consumer) {
        Query byWord = database.entities(publication.key()).orderBy("type").orderBy("word");
        forEachPage(
                byWord,
                page -> page.forEach(document -> {
                    EntityCount entity = Documents.entity(document);
                    consumer.accept(new PublicationEntity(publication, entity));
                }));
    }

    private void forEachPage(Query query, Consumer<List<QueryDocumentSnapshot>> consumer) {
        Query next = query.limit(PAGE);
        List<QueryDocumentSnapshot> page;
        do {
            page = database.await(next.get()).getDocuments();
            consumer.accept(page);
            if (!page.isEmpty()) {
                next = query.startAfter(page.get(page.size() - 1)).limit(PAGE);
            }
        } while (page.size() == PAGE);
    }
}
