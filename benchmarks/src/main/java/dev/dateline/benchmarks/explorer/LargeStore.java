package dev.dateline.benchmarks.explorer;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationTally;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** Fills an SQLite file with many publications, whose most mentioned names are the same and whose others are mostly not. */
final class LargeStore {

    static final int PUBLICATIONS = 500;

    /** As many as a national newspaper has after some 10,000 articles. */
    private static final int NAMES_EACH = 10_000;

    /** Every publication has these. */
    private static final int NAMES_OF_ALL = 1_000;

    private static final int NAMES = 1_000_000;
    /** 8,000 names: nearly as many writes as one commit takes. */
    private static final int TALLIES_A_COMMIT = 20;

    private static final String BY_WORD = "entity_by_word";

    private static final PartitionId PARTITION = new PartitionId("processed", 0);

    /** Names begin with 20 different letters, about equally often. */
    private static final List<String> SYLLABLES = List.of(
            "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
            "yo", "zu");

    private LargeStore() {}

    static StoreSettings at(Path file) {
        return new StoreSettings(StoreSettings.Type.SQLITE, file, null, null);
    }

    static String publication(int number) {
        return "Publication %03d".formatted(number);
    }

    /**
     * Fills it with 5,000,000 rows; always the same. The one index whose order is not the rows' own is made at the end: one
     * commit after the other would write all of it anew, for hours.
     */
    static void fill(Path file) throws SQLException {
        Stores.openToWrite(at(file)).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            String index;
            try (ResultSet row =
                    statement.executeQuery("SELECT sql FROM sqlite_master WHERE name = '" + BY_WORD + "'")) {
                row.next();
                index = row.getString(1);
            }
            statement.execute("DROP INDEX " + BY_WORD);
            fillByPublication(file);
            statement.execute(index);
        }
    }

    private static void fillByPublication(Path file) {
        var random = new Random(1);
        try (CountStore store = Stores.openToWrite(at(file))) {
            Position position = Position.START;
            for (int number = 0; number < PUBLICATIONS; number++) {
                List<PublicationTally> tallies = tallies(number, random);
                for (int from = 0; from < tallies.size(); from += TALLIES_A_COMMIT) {
                    var next = new Position(position.offset() + 1, "benchmark");
                    int to = Math.min(from + TALLIES_A_COMMIT, tallies.size());
                    store.apply(PARTITION, position, next, tallies.subList(from, to));
                    position = next;
                }
            }
        }
    }

    private static List<PublicationTally> tallies(int number, Random random) {
        int[] names = IntStream.concat(
                        IntStream.range(0, NAMES_OF_ALL),
                        random.ints(NAMES_OF_ALL, NAMES).distinct().limit(NAMES_EACH - NAMES_OF_ALL))
                .toArray();
        List<EntityCount> entities = IntStream.range(0, names.length)
                .mapToObj(place -> entity(names[place], place, random))
                .toList();
        return PublicationTally.split(publication(number), 1_000 + number, entities);
    }

    /** Mentions fall with the place, as they do in texts; each publication has favourites of its own. */
    private static EntityCount entity(int name, int place, Random random) {
        long mentions = 1 + (long) (20_000.0 / (place + 10) * random.nextDouble());
        EntityType type = EntityType.values()[name % EntityType.values().length];
        String text = name(name);
        return new EntityCount(type, text.toLowerCase(Locale.ROOT), text, mentions, 1 + mentions / 3);
    }

    static String name(int number) {
        var name = new StringBuilder();
        for (int rest = number + NAMES; rest > 0; rest /= SYLLABLES.size()) {
            name.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return name.insert(4, ' ').toString();
    }
}
