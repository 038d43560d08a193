package dev.dateline.store.firestore;

import static dev.dateline.store.Samples.entity;
import static dev.dateline.store.Samples.tally;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import dev.dateline.model.EntityType;
import dev.dateline.store.CountQueriesContract;
import dev.dateline.store.StoreSettings;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FirestoreStoreIT extends CountQueriesContract {

    @Override
    protected StoreSettings settings() {
        // The emulator keeps each project apart.
        String project = "test-" + UUID.randomUUID();
        return new StoreSettings(StoreSettings.Type.FIRESTORE, null, project, FirestoreEmulator.addressOrSkip());
    }

    @Test
    void documentsAreAsOthersReadThem() throws Exception {
        count(tally("The Daily/Example", 12, entity(EntityType.PERSON, "Barack Obama", 31, 9)));
        count(tally("The Daily/EXAMPLE", 1, entity(EntityType.PERSON, "Barack OBAMA", 2, 1)));

        FirestoreOptions options = FirestoreOptions.newBuilder()
                .setProjectId(settings.project())
                .setEmulatorHost(settings.emulator())
                .build();
        try (Firestore firestore = options.getService()) {
            assertThat(data(firestore, "publications/the daily%2Fexample"))
                    .isEqualTo(Map.of("name", "The Daily/EXAMPLE", "count", 13L));
            assertThat(data(firestore, "publications/the daily%2Fexample/entities/PERSON:barack obama"))
                    .isEqualTo(Map.of(
                            "type", "PERSON",
                            "word", "barack obama",
                            "name", "Barack OBAMA",
                            "count", 33L,
                            "articles", 10L));
            assertThat(data(firestore, "ledger/processed-3")).isEqualTo(Map.of("offset", 2L, "topicId", "topic-id"));
        }
    }

    private static Map<String, Object> data(Firestore firestore, String path) throws Exception {
        return firestore.document(path).get().get().getData();
    }
}
