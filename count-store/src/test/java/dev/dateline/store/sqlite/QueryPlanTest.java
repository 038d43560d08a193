package dev.dateline.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

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
                Sql.ENTITIES_BY_PLACE,
                Sql.ENTITIES_OF_TYPE_BY_PLACE,
                Sql.ENTITIES_BY_WORD,
                SqliteLedger.POSITION
            })
    void aPageReadsItsOwnRowsOnlyAndSortsNone(String sql) throws SQLException {
        assertThat(plan(sql))
                .isNotEmpty()
                .noneMatch(step -> step.startsWith("SCAN "))
                .noneMatch(step -> step.contains("TEMP B-TREE"));
    }

    @Test
    void aPageBeginsAtItsCursor() throws SQLException {
        assertThat(plan(Sql.PUBLICATIONS_BY_PLACE))
                .containsExactly("SEARCH publication USING INDEX publication_by_place ((place,key)>(?,?))");
        assertThat(plan(Sql.ENTITIES_BY_PLACE))
                .contains("SEARCH entity USING INDEX entity_by_place (publication=? AND (place,type,word)>(?,?,?))");
        assertThat(plan(Sql.ENTITIES_OF_TYPE_BY_PLACE))
                .contains("SEARCH entity USING INDEX entity_by_type_and_place"
                        + " (publication=? AND type=? AND (place,word)>(?,?))");
    }

    @Test
    void whatIsLookedForByWordReadsTheRowsOfThoseWordsOnly() throws SQLException {
        assertThat(plan(Sql.SEARCH)).contains("SEARCH entity USING INDEX entity_by_word (word>? AND word<?)");
        assertThat(plan(Sql.SEARCH_TYPE)).contains("SEARCH entity USING INDEX entity_by_word (word>? AND word<?)");
        assertThat(plan(Sql.ACROSS_PUBLICATIONS))
                .contains("SEARCH entity USING INDEX entity_by_word (word=? AND type=?)");
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
