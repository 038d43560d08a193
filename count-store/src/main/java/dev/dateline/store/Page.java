package dev.dateline.store;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param next what to ask for the page after this, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most items of a page: a few hundred kilobytes. */
    public static final int MAX_LIMIT = 1_000;

    /**
     * The page of the first {@code limit} rows; there is a next one if there are more rows.
     *
     * @param cursor what to write down of a page's last row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }

    /** @throws IllegalArgumentException unless the limit is 1 to {@code max} */
    public static void requireLimit(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new IllegalArgumentException("a limit is 1 to %d, not %d".formatted(max, limit));
        }
    }

    /** @throws IllegalArgumentException if there are more than {@link CountQueries#MAX_NAMED} */
    public static void requireFew(Collection<EntityId> entities) {
        if (entities.size() > CountQueries.MAX_NAMED) {
            throw new IllegalArgumentException(
                    "a question names at most %d entities, not %d".formatted(CountQueries.MAX_NAMED, entities.size()));
        }
    }
}
