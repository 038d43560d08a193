package dev.dateline.store.sqlite;

import dev.dateline.model.EntityType;
import java.util.Collections;

/** What is asked, all in one place so that a test can look at how SQLite answers it. */
final class Sql {

    private static final int TYPES = EntityType.values().length;

    static final String PUBLICATION = "SELECT key, name, articles FROM publication WHERE key = ?";

    static final String PUBLICATIONS_BY_PLACE = """
            SELECT key, name, articles FROM publication
            WHERE (place, key) > (?, ?) ORDER BY place, key LIMIT ?""";

    static final String PUBLICATIONS_BY_KEY = """
            SELECT key, name, articles FROM publication
            WHERE key > ? ORDER BY key LIMIT ?""";

    /** A page of one type. */
    static final String ENTITIES_OF_TYPE_BY_MENTIONS = page("place", 1);

    static final String ENTITIES_OF_TYPE_BY_ARTICLES = page("spread", 1);

    /** A page of all types: each type's own, in an index's order, merged. */
    static final String ENTITIES_BY_MENTIONS = page("place", TYPES);

    static final String ENTITIES_BY_ARTICLES = page("spread", TYPES);

    static final String ENTITY = """
            SELECT type, word, name, mentions, articles FROM entity
            WHERE publication = (SELECT id FROM publication WHERE key = ?) AND type = ? AND word = ?""";

    static final String MENTIONS = "SELECT mentions FROM publication WHERE key = ?";

    static final String MENTIONS_EVERYWHERE = "SELECT sum(mentions) FROM entity WHERE word = ? AND type = ?";

    static final String ENTITIES_BY_WORD = """
            SELECT type, word, name, mentions, articles FROM entity
            WHERE publication = (SELECT id FROM publication WHERE key = ?) AND (type, word) > (?, ?)
            ORDER BY type, word LIMIT ?""";

    /** The name is the one of the publication that mentions the entity most. */
    static final String SEARCH = """
            SELECT type, word,
              (SELECT name FROM entity WHERE word = found.word AND type = found.type ORDER BY mentions DESC LIMIT 1),
              mentions, articles, publications
            FROM (
              SELECT type, word, sum(mentions) AS mentions, sum(articles) AS articles, count(*) AS publications
              FROM entity WHERE word >= ? AND word < ?
              GROUP BY word, type ORDER BY 3 DESC, type, word LIMIT ?) AS found
            ORDER BY mentions DESC, type, word""";

    static final String SEARCH_TYPE = SEARCH.replace("word < ?", "word < ? AND type = ?");

    static final String ACROSS_PUBLICATIONS = """
            SELECT type, word, entity.name, entity.mentions, entity.articles,
              publication.key, publication.name, publication.articles
            FROM entity JOIN publication ON publication.id = entity.publication
            WHERE word = ? AND type = ? ORDER BY entity.mentions DESC, key LIMIT ?""";

    /** Triggers keep a publication's sums, so that this reads a row a publication instead of one an entity. */
    static final String TOTALS = """
            SELECT count(*), coalesce(sum(articles), 0), coalesce(sum(entities), 0), coalesce(sum(mentions), 0)
            FROM publication""";

    private Sql() {}

    private static String page(String place, int types) {
        String ofType = """
                SELECT type, word, name, mentions, articles, %1$s AS sorted_by FROM entity
                WHERE publication = (SELECT id FROM publication WHERE key = ?) AND type = ? AND (%1$s, word) > (?, ?)
                """.formatted(place);
        return String.join("UNION ALL ", Collections.nCopies(types, ofType)) + "ORDER BY sorted_by, type, word LIMIT ?";
    }
}
