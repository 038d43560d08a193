package dev.dateline.store.sqlite;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.EntityTotal;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import dev.dateline.store.Totals;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes records of rows, whose columns are in the records' order. */
final class Rows {

    private Rows() {}

    static PublicationCount publication(ResultSet row) throws SQLException {
        return publication(row, 1);
    }

    static EntityCount entity(ResultSet row) throws SQLException {
        return new EntityCount(
                EntityType.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5));
    }

    static PublicationEntity publicationEntity(ResultSet row) throws SQLException {
        return new PublicationEntity(publication(row, 6), entity(row));
    }

    static EntityTotal entityTotal(ResultSet row) throws SQLException {
        return new EntityTotal(
                EntityType.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6));
    }

    static Totals totals(ResultSet row) throws SQLException {
        return new Totals(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    private static PublicationCount publication(ResultSet row, int column) throws SQLException {
        return new PublicationCount(
                new PublicationKey(row.getString(column)), row.getString(column + 1), row.getLong(column + 2));
    }
}
