package dev.dateline.explorer.counts;

import dev.dateline.model.PublicationKey;
import dev.dateline.model.Text;
import dev.dateline.store.Cursor;
import dev.dateline.store.Page;
import dev.dateline.store.PublicationCount;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Some of the publications, in an order.
 *
 * @param filter what the name holds, in any case; empty for all
 */
public record PublicationList(Sort sort, String filter) {

    /** What comes first. */
    public enum Sort {
        /** The one with the most articles. */
        ARTICLES(Comparator.comparingLong(PublicationCount::articles).reversed().thenComparing(PublicationCount::key)),
        /** By name. */
        NAME(Comparator.comparing(PublicationCount::key));

        private final Comparator<PublicationCount> order;

        Sort(Comparator<PublicationCount> order) {
            this.order = order;
        }

        /** As an address writes it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public PublicationList {
        filter = Text.folded(Text.oneSpaced(filter));
    }

    /** Those that belong to this list, in its order. */
    public List<PublicationCount> of(List<PublicationCount> all) {
        return all.stream()
                .filter(publication -> publication.key().value().contains(filter))
                .sorted(sort.order)
                .toList();
    }

    /** A page of what {@link #of} made: what comes after the cursor, whatever was counted meanwhile. */
    public Page<PublicationCount> page(List<PublicationCount> list, @Nullable String cursor, int limit) {
        String name = "overview " + sort + " " + filter;
        Cursor from = Cursor.read(cursor, name);
        List<PublicationCount> rest = from.equals(Cursor.START)
                ? list
                : list.stream()
                        .dropWhile(publication -> sort.order.compare(publication, last(from)) <= 0)
                        .toList();
        return Page.of(rest, limit, last -> Cursor.after(last).write(name));
    }

    private static PublicationCount last(Cursor cursor) {
        return new PublicationCount(new PublicationKey(cursor.text()), cursor.text(), cursor.count());
    }
}
