package dev.dateline.explorer;

import dev.dateline.model.EntityCount;
import dev.dateline.store.CountQueries;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What an export holds. Other programs rely on the columns and their order. */
enum ExportRows {
    ENTITIES("publication", "type", "word", "mentions", "articles") {
        @Override
        void forEach(CountQueries queries, Consumer<List<?>> consumer) {
            queries.forEachEntity(row -> {
                EntityCount entity = row.entity();
                consumer.accept(List.of(
                        row.publication().key(), entity.type(), entity.word(), entity.mentions(), entity.articles()));
            });
        }
    },
    PUBLICATIONS("publication", "articles") {
        @Override
        void forEach(CountQueries queries, Consumer<List<?>> consumer) {
            queries.forEachPublication(row -> consumer.accept(List.of(row.key(), row.articles())));
        }
    };

    private final List<String> columns;

    ExportRows(String... columns) {
        this.columns = List.of(columns);
    }

    /** As an address writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
        return columns;
    }

    /** Hands the rows over in their order, in bounded memory. */
    abstract void forEach(CountQueries queries, Consumer<List<?>> consumer);
}
