package dev.dateline.store.sqlite;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.Cursor;
import dev.dateline.store.EntityOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question for some of a publication's entities, and what goes into its gaps. */
record EntityPage(String sql, List<Object> parameters) {

    /** The entities after the cursor, of one type or of all. */
    static EntityPage of(PublicationKey key, @Nullable EntityType type, EntityOrder order, Cursor from) {
        List<EntityType> types = type == null ? List.of(EntityType.values()) : List.of(type);
        var parameters = new ArrayList<>();
        for (EntityType each : types) {
            parameters.add(key.value());
            parameters.add(each.name());
            addBegin(parameters, each.name(), from);
        }
        return new EntityPage(sql(order, type == null), parameters);
    }

    List<EntityCount> read(SqliteReader reader, int limit) {
        var all = new ArrayList<>(parameters);
        all.add(limit);
        return reader.list(sql, Rows::entity, all.toArray());
    }

    /** Where a type's own list goes on after a cursor into the list of all types: among ties the types come in order. */
    private static void addBegin(List<Object> parameters, String type, Cursor from) {
        long place = -from.count();
        boolean isBefore = type.compareTo(from.type()) < 0;
        parameters.add(isBefore ? place + 1 : place);
        parameters.add(type.equals(from.type()) ? from.text() : "");
    }

    private static String sql(EntityOrder order, boolean allTypes) {
        return switch (order) {
            case MENTIONS -> allTypes ? Sql.ENTITIES_BY_MENTIONS : Sql.ENTITIES_OF_TYPE_BY_MENTIONS;
            case ARTICLES -> allTypes ? Sql.ENTITIES_BY_ARTICLES : Sql.ENTITIES_OF_TYPE_BY_ARTICLES;
        };
    }
}
