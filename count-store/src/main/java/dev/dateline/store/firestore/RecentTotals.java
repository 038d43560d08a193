package dev.dateline.store.firestore;

import static com.google.cloud.firestore.AggregateField.count;
import static com.google.cloud.firestore.AggregateField.sum;

import com.google.cloud.firestore.AggregateQuerySnapshot;
import com.google.cloud.firestore.Query;
import dev.dateline.store.Totals;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The totals, at most a second old: each costs a read per 1,000 documents, however many pages show them. */
final class RecentTotals {

    private static final Duration MAX_AGE = Duration.ofSeconds(1);

    private final Database database;
    private @Nullable Totals last;
    private long askedAt;

    RecentTotals(Database database) {
        this.database = database;
    }

    synchronized Totals get() {
        long now = System.nanoTime();
        if (last == null || now - askedAt > MAX_AGE.toNanos()) {
            askedAt = now;
            AggregateQuerySnapshot publications = aggregate(database.publications());
            AggregateQuerySnapshot entities = aggregate(database.entitiesOfAll());
            last = new Totals(
                    publications.getCount(), sumOfCounts(publications), entities.getCount(), sumOfCounts(entities));
        }
        return last;
    }

    private AggregateQuerySnapshot aggregate(Query query) {
        return database.await(query.aggregate(count(), sum("count")).get());
    }

    private static long sumOfCounts(AggregateQuerySnapshot snapshot) {
        Long sum = snapshot.getLong(sum("count"));
        return sum == null ? 0 : sum;
    }
}
