package dev.dateline.store.firestore;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.StoreException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes records of documents. */
final class Documents {

    private Documents() {}

    static PublicationCount publication(DocumentSnapshot document) {
        String name = string(document, "name");
        return new PublicationCount(PublicationKey.of(name), name, number(document, "count"));
    }

    static EntityCount entity(DocumentSnapshot document) {
        return new EntityCount(
                EntityType.valueOf(string(document, "type")),
                string(document, "word"),
                string(document, "name"),
                number(document, "count"),
                number(document, "articles"));
    }

    /** The publication that an entity's document lies under. */
    static DocumentReference publicationOf(DocumentSnapshot entity) {
        return Objects.requireNonNull(entity.getReference().getParent().getParent());
    }

    private static String string(DocumentSnapshot document, String field) {
        return present(document.getString(field), document, field);
    }

    private static long number(DocumentSnapshot document, String field) {
        return present(document.getLong(field), document, field);
    }

    private static <T> T present(@Nullable T value, DocumentSnapshot document, String field) {
        if (value == null) {
            throw new StoreException("Firestore's document %s has no field %s"
                    .formatted(document.getReference().getPath(), field));
        }
        return value;
    }
}
