package dev.dateline.explorer.counts;

import dev.dateline.store.CountQueries;
import dev.dateline.store.Page;
import dev.dateline.store.PublicationCount;
import java.util.ArrayList;
import java.util.List;

/** Reads all publications. */
public final class AllPublications {

    /** More are not looked through for a filter. They are the largest, and take 2 MB. */
    static final int MOST = 10_000;

    private AllPublications() {}

    /** The publications, most articles first. */
    public static List<PublicationCount> in(CountQueries queries) {
        var all = new ArrayList<PublicationCount>();
        String cursor = null;
        do {
            Page<PublicationCount> page = queries.publications(cursor, Page.MAX_LIMIT);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() < MOST);
        return List.copyOf(all);
    }
}
