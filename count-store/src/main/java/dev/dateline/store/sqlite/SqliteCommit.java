package dev.dateline.store.sqlite;

import dev.dateline.model.EntityCount;
import dev.dateline.store.Increments;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements of one transaction that moves the ledger and adds to the counts. */
final class SqliteCommit implements AutoCloseable {

    private static final String BEGIN_LEDGER = """
            INSERT INTO ledger ("offset", topic_id, topic_partition) VALUES (?, ?, ?) ON CONFLICT DO NOTHING""";
    private static final String MOVE_LEDGER = """
            UPDATE ledger SET "offset" = ?, topic_id = ? WHERE topic_partition = ? AND "offset" = ? AND topic_id = ?""";
    private static final String ADD_TO_PUBLICATION = """
            INSERT INTO publication (key, name, articles) VALUES (?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET name = excluded.name, articles = publication.articles + excluded.articles
            RETURNING id""";
    private static final String ADD_TO_ENTITY = """
            INSERT INTO entity (publication, type, word, name, mentions, articles) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (publication, type, word) DO UPDATE SET name = excluded.name,
              mentions = entity.mentions + excluded.mentions, articles = entity.articles + excluded.articles""";

    private static final String ADD_TO_SUMS = """
            UPDATE publication SET entities = entities + ?, mentions = mentions + ? WHERE id = ?""";
    /** Rows are never deleted, so that each new one is numbered one higher than the last. */
    private static final String LAST_ENTITY = "SELECT coalesce(max(rowid), 0) FROM entity";

    private final Connection connection;
    private final PreparedStatement addToPublication;
    private final PreparedStatement addToEntity;
    private final PreparedStatement addToSums;
    private final PreparedStatement lastEntity;

    SqliteCommit(Connection connection) throws SQLException {
        this.connection = connection;
        this.addToPublication = connection.prepareStatement(ADD_TO_PUBLICATION);
        this.addToEntity = connection.prepareStatement(ADD_TO_ENTITY);
        this.addToSums = connection.prepareStatement(ADD_TO_SUMS);
        this.lastEntity = connection.prepareStatement(LAST_ENTITY);
    }

    /** False if the ledger is no longer at {@code from}; nothing was changed then. */
    boolean moveLedger(PartitionId partition, Position from, Position to) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(from.isStart() ? BEGIN_LEDGER : MOVE_LEDGER)) {
            move.setLong(1, to.offset());
            move.setString(2, to.topicId());
            move.setString(3, partition.toString());
            if (!from.isStart()) {
                move.setLong(4, from.offset());
                move.setString(5, from.topicId());
            }
            return move.executeUpdate() == 1;
        }
    }

    void add(Increments increments) throws SQLException {
        long last = lastEntity();
        for (Increments.OfPublication publication : increments.publications()) {
            long id = addToPublication(publication);
            long mentions = 0;
            for (EntityCount entity : publication.entities()) {
                addToEntity(id, entity);
                mentions += entity.mentions();
            }
            addToEntity.executeBatch();
            long before = last;
            last = lastEntity();
            addToSums(id, last - before, mentions);
        }
    }

    @Override
    public void close() throws SQLException {
        addToPublication.close();
        addToEntity.close();
        addToSums.close();
        lastEntity.close();
    }

    private long addToPublication(Increments.OfPublication publication) throws SQLException {
        addToPublication.setString(1, publication.key().value());
        addToPublication.setString(2, publication.name());
        addToPublication.setLong(3, publication.articles());
        try (ResultSet id = addToPublication.executeQuery()) {
            id.next();
            return id.getLong(1);
        }
    }

    private void addToEntity(long publication, EntityCount entity) throws SQLException {
        addToEntity.setLong(1, publication);
        addToEntity.setString(2, entity.type().name());
        addToEntity.setString(3, entity.word());
        addToEntity.setString(4, entity.name());
        addToEntity.setLong(5, entity.mentions());
        addToEntity.setLong(6, entity.articles());
        addToEntity.addBatch();
    }

    private void addToSums(long publication, long entities, long mentions) throws SQLException {
        addToSums.setLong(1, entities);
        addToSums.setLong(2, mentions);
        addToSums.setLong(3, publication);
        addToSums.executeUpdate();
    }

    private long lastEntity() throws SQLException {
        try (ResultSet last = lastEntity.executeQuery()) {
            last.next();
            return last.getLong(1);
        }
    }
}
