package dev.dateline.store.sqlite;

/** What is asked, all in one place so that a test can look at how SQLite answers it. */
final class Sql {

    static final String PUBLICATION = "SELECT key, name, articles FROM publication WHERE key = ?";

    static final String PUBLICATIONS_BY_PLACE = """
            SELECT key, name, articles FROM publication
            WHERE (place, key) > (?, ?) ORDER BY place, key LIMIT ?""";

    static final String PUBLICATIONS_BY_KEY = """
            SELECT key, name, articles FROM publication
            WHERE key > ? ORDER BY key LIMIT ?""";

    static final String ENTITIES_BY_PLACE = """
            SELECT type, word, name, mentions, articles FROM entity
            WHERE publication = (SELECT id FROM publication WHERE key = ?) AND (place, type, word) > (?, ?, ?)
            ORDER BY place, type, word LIMIT ?""";

    static final String ENTITIES_OF_TYPE_BY_PLACE = """
            SELECT type, word, name, mentions, articles FROM entity
            WHERE publication = (SELECT id FROM publication WHERE key = ?) AND type = ? AND (place, word) > (?, ?)
            ORDER BY place, word LIMIT ?""";

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
            SELECT type, word, entity.name, mentions, entity.articles,
              publication.key, publication.name, publication.articles
            FROM entity JOIN publication ON publication.id = entity.publication
            WHERE word = ? AND type = ? ORDER BY mentions DESC, key LIMIT ?""";

    static final String TOTALS = """
            SELECT (SELECT count(*) FROM publication), (SELECT coalesce(sum(articles), 0) FROM publication),
              count(*), coalesce(sum(mentions), 0) FROM entity""";

    private Sql() {}
}
