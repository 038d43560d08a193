package dev.dateline.store.firestore;

import com.google.api.core.ApiFuture;
import com.google.api.gax.retrying.RetrySettings;
import com.google.cloud.firestore.CollectionGroup;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.WriteBatch;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.PartitionId;
import dev.dateline.store.StoreException;
import dev.dateline.store.StoreSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The client, bounded in time, and where in the database what lies. */
final class Database implements AutoCloseable {

    /** Of one call with its repeats. The slowest, a full commit or a page of 1,000 documents, takes about a second. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** An emulator takes any. */
    private static final String EMULATED_PROJECT = "dateline";

    private final Firestore firestore;
    private final String name;

    private Database(Firestore firestore, String name) {
        this.firestore = firestore;
        this.name = name;
    }

    /** @throws StoreException if it does not answer */
    static Database open(StoreSettings settings) {
        String emulator = settings.emulator() == null ? System.getenv("FIRESTORE_EMULATOR_HOST") : settings.emulator();
        String name = emulator == null ? "Firestore" : "the Firestore emulator at " + emulator;
        Database database;
        try {
            FirestoreOptions options = options(settings.project(), emulator);
            if (options.getProjectId() == null) {
                throw new StoreException("Firestore needs a project: GOOGLE_CLOUD_PROJECT names none");
            }
            database = new Database(options.getService(), "%s (project %s)".formatted(name, options.getProjectId()));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(name, e);
        }
        try {
            database.await(database.firestore.collection("ledger").limit(1).get());
            return database;
        } catch (StoreException e) {
            database.close();
            throw e;
        }
    }

    CollectionReference publications() {
        return firestore.collection("publications");
    }

    DocumentReference publication(PublicationKey key) {
        return publications().document(DocumentIds.ofPublication(key.value()));
    }

    CollectionReference entities(PublicationKey key) {
        return publication(key).collection("entities");
    }

    DocumentReference entity(PublicationKey key, EntityType type, String word) {
        return entities(key).document(DocumentIds.ofEntity(type, word));
    }

    CollectionGroup entitiesOfAll() {
        return firestore.collectionGroup("entities");
    }

    DocumentReference ledger(PartitionId partition) {
        return firestore.collection("ledger").document(partition.toString());
    }

    List<DocumentSnapshot> all(Collection<DocumentReference> documents) {
        return await(firestore.getAll(documents.toArray(new DocumentReference[0])));
    }

    WriteBatch batch() {
        return firestore.batch();
    }

    /** @throws StoreException if it fails, with the failure itself as its cause, or takes too long */
    <T> T await(ApiFuture<T> call) {
        try {
            // The client bounds itself; twice its time means that it does not.
            return call.get(2 * TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw failure(name, cause);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new StoreException(name + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            firestore.close();
        } catch (Exception e) {
            throw new StoreException("%s does not close: %s".formatted(name, e.getMessage()), e);
        }
    }

    private static StoreException failure(String name, Throwable cause) {
        // The lines after the first tell how the channel is built.
        String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new StoreException("%s: %s".formatted(name, reason), cause);
    }

    private static FirestoreOptions options(@Nullable String project, @Nullable String emulator) {
        FirestoreOptions.Builder options = FirestoreOptions.newBuilder().setRetrySettings(retries());
        if (project != null) {
            options.setProjectId(project);
        }
        if (emulator != null) {
            options.setEmulatorHost(emulator);
            if (project == null && System.getenv("GOOGLE_CLOUD_PROJECT") == null) {
                options.setProjectId(EMULATED_PROJECT);
            }
        }
        return options.build();
    }

    private static RetrySettings retries() {
        return RetrySettings.newBuilder()
                .setInitialRetryDelayDuration(Duration.ofMillis(100))
                .setRetryDelayMultiplier(2)
                .setMaxRetryDelayDuration(Duration.ofSeconds(1))
                .setInitialRpcTimeoutDuration(TIMEOUT)
                .setMaxRpcTimeoutDuration(TIMEOUT)
                .setTotalTimeoutDuration(TIMEOUT)
                .setMaxAttempts(5)
                .build();
    }
}
