package dev.dateline.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryPlanTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void make() {
        SqliteCountStore.open(folder.resolve("counts.db")).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Sql.PUBLICATION,
                Sql.PUBLICATIONS_BY_PLACE,
                Sql.PUBLICATIONS_BY_KEY,
                Sql.ENTITY,
                Sql.MENTIONS,
                Sql.MENTIONS_EVERYWHERE,
                Sql.ENTITIES_BY_WORD,
                SqliteLedger.POSITION
            })
    void aPageReadsItsOwnRowsOnlyAndSortsNone(String sql) throws SQLException {
        assertThat(plan(sql))
                .isNotEmpty()
                .noneMatch(step -> step.startsWith("SCAN "))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    /** Built, and therefore no constants that an annotation takes. */
    @Test
    void pagesOfEntitiesSortNoneEither() throws SQLException {
        for (String sql : List.of(
                Sql.ENTITIES_BY_MENTIONS,
                Sql.ENTITIES_BY_ARTICLES,
                Sql.ENTITIES_OF_TYPE_BY_MENTIONS,
                Sql.ENTITIES_OF_TYPE_BY_ARTICLES)) {
            aPageReadsItsOwnRowsOnlyAndSortsNone(sql);
        }
    }

    @Test
    void aPageBeginsAtItsCursor() throws SQLException {
        assertThat(plan(Sql.PUBLICATIONS_BY_PLACE))
                .containsExactly("SEARCH publication USING INDEX publication_by_place ((place,key)>(?,?))");
        String byMentions =
                "SEARCH entity USING INDEX entity_by_type_and_place (publication=? AND type=? AND (place,word)>(?,?))";
        assertThat(plan(Sql.ENTITIES_OF_TYPE_BY_MENTIONS)).contains(byMentions);
        assertThat(plan(Sql.ENTITIES_BY_MENTIONS))
                .filteredOn(byMentions::equals)
                .hasSize(EntityType.values().length);
        assertThat(plan(Sql.ENTITIES_OF_TYPE_BY_ARTICLES))
                .contains("SEARCH entity USING INDEX entity_by_type_and_spread"
                        + " (publication=? AND type=? AND (spread,word)>(?,?))");
    }

    @Test
    void whatIsSummedOverPublicationsReadsTheRowsOfThoseWordsInTheIndexAlone() throws SQLException {
        assertThat(plan(Sql.SEARCH)).contains("SEARCH entity USING COVERING INDEX entity_by_word (word>? AND word<?)");
        assertThat(plan(Sql.SEARCH_TYPE))
                .contains("SEARCH entity USING COVERING INDEX entity_by_word (word>? AND word<?)");
        assertThat(plan(Sql.MENTIONS_EVERYWHERE))
                .containsExactly("SEARCH entity USING COVERING INDEX entity_by_word (word=? AND type=?)");
        assertThat(plan(Sql.ACROSS_PUBLICATIONS))
                .contains("SEARCH entity USING INDEX entity_by_word (word=? AND type=?)");
    }

    @Test
    void onlyTotalsReadAWholeTableAndItIsTheSmallOne() throws SQLException {
        assertThat(plan(Sql.TOTALS)).containsExactly("SCAN publication");
    }

    private static List<String> plan(String sql) throws SQLException {
        try (Connection connection = new SqliteFile(folder.resolve("counts.db")).openToRead();
                Statement statement = connection.createStatement();
                ResultSet steps = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            var plan = new ArrayList<String>();
            while (steps.next()) {
                plan.add(steps.getString("detail"));
            }
            return plan;
        }
    }
}
