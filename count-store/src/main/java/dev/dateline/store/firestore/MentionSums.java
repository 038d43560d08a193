package dev.dateline.store.firestore;

import static com.google.cloud.firestore.AggregateField.sum;

import com.google.api.core.ApiFuture;
import com.google.cloud.firestore.AggregateQuerySnapshot;
import com.google.cloud.firestore.Query;
import java.util.ArrayList;
import java.util.List;

/** Mentions of entities summed by Firestore itself: a read per 1,000 of them, and at least one. */
record MentionSums(Database database) {

    /** As many questions as one connection of HTTP/2 takes at a time. */
    private static final int AT_ONCE = 100;

    /** One sum for each query. */
    List<Long> of(List<Query> queries) {
        var sums = new ArrayList<Long>();
        for (int from = 0; from < queries.size(); from += AT_ONCE) {
            List<ApiFuture<AggregateQuerySnapshot>> asked =
                    queries.subList(from, Math.min(from + AT_ONCE, queries.size())).stream()
                            .map(query -> query.aggregate(sum("count")).get())
                            .toList();
            asked.forEach(answer -> sums.add(sumIn(database.await(answer))));
        }
        return sums;
    }

    private static long sumIn(AggregateQuerySnapshot snapshot) {
        Long sum = snapshot.getLong(sum("count"));
        return sum == null ? 0 : sum;
    }
}
