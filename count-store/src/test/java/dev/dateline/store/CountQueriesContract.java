package dev.dateline.store;

import static dev.dateline.store.EntityOrder.MENTIONS;
import static dev.dateline.store.Samples.crowd;
import static dev.dateline.store.Samples.entity;
import static dev.dateline.store.Samples.person;
import static dev.dateline.store.Samples.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dateline.model.CodePointOrder;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.PublicationTally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store that keeps its counts promises to those who read; with the writing half. */
public abstract class CountQueriesContract extends CountStoreContract {

    private static final PublicationKey EXAMPLE = PublicationKey.of("The Daily Example");

    /** What ids, paths, patterns and SQL give a meaning of its own, and what is long. */
    private static final List<String> ODD_KEYS = List.of(
            "a/b",
            "/",
            "//",
            ".",
            "..",
            "...",
            "__x__",
            "____",
            "100%",
            "a%2fb",
            "%",
            "_",
            "'; drop table entity; --",
            "\"`\\",
            "😀",
            "👩‍👩‍👧‍👦 family/.",
            "é".repeat(200),
            "中".repeat(200),
            "a".repeat(200),
            "0123456789abcdef".repeat(4));

    /** A private use character sorts before an emoji by code point, and after it by UTF-16 unit. */
    private static final String BEFORE_EMOJI = "\uE000";

    @Test
    void anEmptyStoreHasNothing() {
        assertThat(totals()).isEqualTo(new Totals(0, 0, 0, 0));
        assertThat(counts.publications(null, 10)).isEqualTo(new Page<>(List.of(), null));
        assertThat(counts.publication(EXAMPLE)).isEmpty();
        assertThat(counts.entities(EXAMPLE, null, MENTIONS, null, 10)).isEqualTo(new Page<>(List.of(), null));
        assertThat(counts.search("a", null, 10)).isEmpty();
        assertThat(counts.acrossPublications(EntityType.PERSON, "a", 10)).isEmpty();
        assertThat(exportedPublications()).isEmpty();
        assertThat(exportedEntities()).isEmpty();
    }

    @Test
    void totalsAreSumsOverEverything() {
        count(
                tally("The Daily Example", 3, person("Ada", 5), entity(EntityType.LOCATION, "Ada", 2, 1)),
                tally("Another", 1, person("Ada", 1)));
        count(tally("Another", 1, person("Ada", 1)));

        assertThat(totals()).isEqualTo(new Totals(2, 5, 3, 9));
    }

    @Test
    void theLatestNameStands() {
        count(tally("The Daily Example", 1, person("ADA", 1)), tally("THE DAILY EXAMPLE", 1, person("Ada", 1)));
        assertThat(counts.publication(EXAMPLE)).contains(new PublicationCount(EXAMPLE, "THE DAILY EXAMPLE", 2));
        assertThat(counts.entities(EXAMPLE, null, MENTIONS, null, 10).items()).containsExactly(person("Ada", 2));

        count(tally("the daily example", 0, person("aDA", 1)));
        assertThat(counts.publication(EXAMPLE)).contains(new PublicationCount(EXAMPLE, "the daily example", 2));
        assertThat(counts.entities(EXAMPLE, null, MENTIONS, null, 10).items()).containsExactly(person("aDA", 3));
    }

    @Test
    void anyKeyIsAPublications() {
        count(tally("one of many", 9, person("Ada", 1)));
        for (String key : ODD_KEYS) {
            count(tally(key, 3, person("Ada", 5)));
            count(tally(key, 1, person("Ada", 1)));
        }

        List<PublicationCount> publications = ODD_KEYS.stream()
                .map(key -> new PublicationCount(PublicationKey.of(key), key, 4))
                .toList();
        assertThat(pages(cursor -> counts.publications(cursor, 3), 3))
                .hasSize(1 + ODD_KEYS.size())
                .containsAll(publications);
        assertThat(counts.acrossPublications(EntityType.PERSON, "ada", 100))
                .extracting(PublicationEntity::publication)
                .containsAll(publications);
        for (PublicationCount publication : publications) {
            assertThat(counts.publication(publication.key())).contains(publication);
            assertThat(counts.entities(publication.key(), null, MENTIONS, null, 10)
                            .items())
                    .containsExactly(person("Ada", 6));
        }
    }

    @Test
    void anyWordIsAnEntitys() {
        EntityCount[] once = ODD_KEYS.stream().map(word -> person(word, 5)).toArray(EntityCount[]::new);
        count(tally("The Daily Example", 1, once));
        count(tally("The Daily Example", 1, once));

        List<EntityCount> twice =
                ODD_KEYS.stream().map(word -> person(word, 10)).toList();
        assertThat(pages(cursor -> counts.entities(EXAMPLE, EntityType.PERSON, MENTIONS, cursor, 3), 3))
                .containsExactlyInAnyOrderElementsOf(twice);
        for (EntityCount entity : twice) {
            String word = entity.word();
            assertThat(counts.search(word, null, 10))
                    .contains(new EntityTotal(EntityType.PERSON, word, word, 10, 10, 1))
                    .allSatisfy(found -> assertThat(found.word()).startsWith(word));
            assertThat(counts.acrossPublications(EntityType.PERSON, word, 10))
                    .extracting(PublicationEntity::entity)
                    .containsExactly(entity);
        }
    }

    @Test
    void keysThatLookAlikeAreDifferent() {
        List<String> keys = List.of("a/b", "a%2fb", "a%252fb", ".", "%2e", "__x__", "%5f%5fx%5f%5f");
        count(keys.stream().map(key -> tally(key, 1, person(key, 1))).toList());

        assertThat(totals()).isEqualTo(new Totals(keys.size(), keys.size(), keys.size(), keys.size()));
    }

    @Test
    void theLargestWordIsCounted() {
        String word = "中".repeat(1_200);
        var entity = new EntityCount(EntityType.MISC, word, "A".repeat(200), 2, 1);
        count(tally("The Daily Example", 1, entity));

        assertThat(counts.entities(EXAMPLE, null, MENTIONS, null, 10).items()).containsExactly(entity);
        assertThat(counts.search("中中", null, 10)).extracting(EntityTotal::word).containsExactly(word);
    }

    @Test
    void publicationsComeWithTheMostArticlesFirstThenByKey() {
        count(tally("b", 2), tally("d", 7), tally("a", 2), tally("c", 2), tally("e", 0), tally(BEFORE_EMOJI, 1));
        count(tally("😀", 1));

        List<String> names = List.of("d", "a", "b", "c", BEFORE_EMOJI, "😀", "e");
        for (int limit = 1; limit <= names.size() + 1; limit++) {
            int pageSize = limit;
            assertThat(pages(cursor -> counts.publications(cursor, pageSize), pageSize))
                    .extracting(PublicationCount::name)
                    .isEqualTo(names);
        }
    }

    @ParameterizedTest
    @EnumSource
    void entitiesComeWithTheMostFirstThenByTypeAndWord(EntityOrder order) {
        List<EntityCount> entities = entitiesWithTies();
        count(new PublicationTally("The Daily Example", 1, entities), tally("Another", 1, person("Nobody", 100)));

        List<EntityCount> sorted = new ArrayList<>(entities);
        sorted.sort(Comparator.comparingLong(order::of)
                .reversed()
                .thenComparing(entity -> entity.type().name())
                .thenComparing(EntityCount::word, CodePointOrder.INSTANCE));
        for (int limit : List.of(1, 4, 7, entities.size(), 1_000)) {
            assertThat(pages(cursor -> counts.entities(EXAMPLE, null, order, cursor, limit), limit))
                    .isEqualTo(sorted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void entitiesOfOneTypeAreAListOfTheirOwn(EntityOrder order) {
        List<EntityCount> entities = entitiesWithTies();
        count(new PublicationTally("The Daily Example", 1, entities));

        for (EntityType type : EntityType.values()) {
            List<EntityCount> sorted = entities.stream()
                    .filter(entity -> entity.type() == type)
                    .sorted(Comparator.comparingLong(order::of)
                            .reversed()
                            .thenComparing(EntityCount::word, CodePointOrder.INSTANCE))
                    .toList();
            assertThat(pages(cursor -> counts.entities(EXAMPLE, type, order, cursor, 4), 4))
                    .isEqualTo(sorted);
        }
    }

    @Test
    void namedEntitiesAreFoundInOnePublication() {
        EntityCount ada = person("Ada", 3);
        EntityCount place = entity(EntityType.LOCATION, "Ada", 2, 1);
        count(tally("The Daily Example", 1, ada, place, person("Bede", 1)), tally("Another", 1, person("Cato", 1)));
        var unknown = new EntityId(EntityType.PERSON, "cato");

        assertThat(counts.find(EXAMPLE, List.of(EntityId.of(place), unknown, EntityId.of(ada))))
                .containsExactlyInAnyOrder(ada, place);
        assertThat(counts.find(EXAMPLE, List.of())).isEmpty();
        assertThat(counts.find(PublicationKey.of("nobody"), List.of(EntityId.of(ada))))
                .isEmpty();
    }

    @Test
    void mentionsAreSummedOverAPublicationAndOverAllOfThem() {
        count(
                tally("The Daily Example", 2, person("Ada", 3), entity(EntityType.LOCATION, "Ada", 2, 1)),
                tally("Another", 1, person("ADA", 4)));
        count(tally("The Daily Example", 1, person("Ada", 10), person("Bede", 1)));

        assertThat(counts.mentions(EXAMPLE)).isEqualTo(16);
        assertThat(counts.mentions(PublicationKey.of("nobody"))).isZero();
        assertThat(counts.mentionsEverywhere(List.of(
                        new EntityId(EntityType.LOCATION, "ada"),
                        new EntityId(EntityType.PERSON, "ada"),
                        new EntityId(EntityType.PERSON, "nobody"))))
                .containsExactly(2L, 17L, 0L);
        assertThat(counts.mentionsEverywhere(List.of())).isEmpty();
    }

    @Test
    void aPageStartsAfterTheLastWhateverWasCountedMeanwhile() {
        count(tally("The Daily Example", 1, person("a", 3), person("b", 2), person("c", 1)));
        String next = counts.entities(EXAMPLE, null, MENTIONS, null, 2).next();

        count(tally("The Daily Example", 1, person("c", 9), person("a", 9), person("d", 1)));

        assertThat(counts.entities(EXAMPLE, null, MENTIONS, next, 2).items()).containsExactly(person("d", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "bm90IGEgY3Vyc29y", "😀"})
    void whatIsNoCursorIsSaidSo(String cursor) {
        assertThatThrownBy(() -> counts.publications(cursor, 10)).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> counts.entities(EXAMPLE, null, MENTIONS, cursor, 10))
                .isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void aCursorIsGoodForItsListOnly() {
        count(tally("The Daily Example", 2, person("a", 2), person("b", 1)), tally("Another", 1));
        String ofPublications = counts.publications(null, 1).next();
        String ofPersons =
                counts.entities(EXAMPLE, EntityType.PERSON, MENTIONS, null, 1).next();

        assertThatThrownBy(() -> counts.entities(EXAMPLE, null, MENTIONS, ofPublications, 1))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> counts.publications(ofPersons, 1)).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> counts.entities(EXAMPLE, null, MENTIONS, ofPersons, 1))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> counts.entities(EXAMPLE, EntityType.PERSON, EntityOrder.ARTICLES, ofPersons, 1))
                .isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(
                        () -> counts.entities(PublicationKey.of("Another"), EntityType.PERSON, MENTIONS, ofPersons, 1))
                .isInstanceOf(InvalidCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1_001})
    void aLimitHasBounds(int limit) {
        assertThatThrownBy(() -> counts.publications(null, limit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.entities(EXAMPLE, null, MENTIONS, null, limit))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.search("a", null, limit)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.acrossPublications(EntityType.PERSON, "a", limit))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void searchFindsWordsByTheirBeginningAndSumsOverPublications() {
        count(
                tally(
                        "The Daily Example",
                        9,
                        person("Ada Lovelace", 5),
                        person("Adam", 1),
                        person("Bede", 9),
                        entity(EntityType.LOCATION, "Adana", 3, 2)),
                tally("Another", 9, entity(EntityType.PERSON, "Ada LOVELACE", 7, 4)));

        var ada = new EntityTotal(EntityType.PERSON, "ada lovelace", "Ada LOVELACE", 12, 9, 2);
        var adana = new EntityTotal(EntityType.LOCATION, "adana", "Adana", 3, 2, 1);
        var adam = new EntityTotal(EntityType.PERSON, "adam", "Adam", 1, 1, 1);
        assertThat(counts.search("ada", null, 10)).containsExactly(ada, adana, adam);
        assertThat(counts.search("  ADA ", EntityType.PERSON, 10)).containsExactly(ada, adam);
        assertThat(counts.search("Ada", null, 1)).containsExactly(ada);
        assertThat(counts.search("ada l", null, 10)).containsExactly(ada);
        assertThat(counts.search("da", null, 10)).isEmpty();
        assertThat(counts.search("", null, 10)).hasSize(4);
    }

    @Test
    void searchTakesEachCharacterForItself() {
        count(tally(
                "The Daily Example",
                1,
                person("100%", 4),
                person("1000", 3),
                person("a_b", 2),
                person("axb", 1),
                person("😀 face", 1),
                person("😁", 1)));

        assertThat(counts.search("100%", null, 10))
                .extracting(EntityTotal::word)
                .containsExactly("100%");
        assertThat(counts.search("a_", null, 10)).extracting(EntityTotal::word).containsExactly("a_b");
        assertThat(counts.search("😀", null, 10)).extracting(EntityTotal::word).containsExactly("😀 face");
        assertThat(counts.search("*", null, 10)).isEmpty();
    }

    @Test
    void oneEntityIsSeenAcrossPublications() {
        count(
                tally("b", 1, person("Ada", 2)),
                tally("a", 2, person("ADA", 2)),
                tally("c", 3, person("Ada", 7), entity(EntityType.LOCATION, "Ada", 50, 1)),
                tally("d", 4, person("Adam", 9)));

        assertThat(counts.acrossPublications(EntityType.PERSON, " aDA", 10))
                .containsExactly(
                        new PublicationEntity(new PublicationCount(PublicationKey.of("c"), "c", 3), person("Ada", 7)),
                        new PublicationEntity(new PublicationCount(PublicationKey.of("a"), "a", 2), person("ADA", 2)),
                        new PublicationEntity(new PublicationCount(PublicationKey.of("b"), "b", 1), person("Ada", 2)));
        assertThat(counts.acrossPublications(EntityType.PERSON, "ada", 1)).hasSize(1);
    }

    @Test
    void theExportIsSortedByKeyTypeNameAndWord() {
        List<String> keys =
                List.of("!", "%", "-", ".", "..", "/", "0", "__x__", "a", "中".repeat(200), BEFORE_EMOJI, "😀");
        List<EntityCount> entities = List.of(
                entity(EntityType.LOCATION, "z", 1, 1),
                entity(EntityType.MISC, "a", 1, 1),
                entity(EntityType.ORGANIZATION, "a", 1, 1),
                person("/", 1),
                person("a", 9),
                person("a b", 1),
                person(BEFORE_EMOJI, 1),
                person("😀", 5));
        for (String key : shuffled(keys)) {
            count(new PublicationTally(key, 1, shuffled(entities)));
        }

        assertThat(exportedPublications()).extracting(PublicationCount::name).isEqualTo(keys);
        assertThat(exportedEntities())
                .extracting(exported -> exported.publication().name(), PublicationEntity::entity)
                .isEqualTo(keys.stream()
                        .flatMap(key -> entities.stream().map(entity -> tuple(key, entity)))
                        .toList());
    }

    @Test
    void theExportGoesOnWhileOthersWrite() {
        for (PublicationTally tally : crowd("The Daily Example", 2_100)) {
            count(tally);
        }
        var seen = new ArrayList<String>();

        counts.forEachEntity(exported -> {
            if (seen.size() % 500 == 0) {
                count(tally("Another", 1, person("Ada", 1)));
            }
            seen.add(exported.entity().word());
        });

        assertThat(seen).hasSize(2_100).isSorted();
        assertThat(counts.publication(PublicationKey.of("Another")))
                .get()
                .extracting(PublicationCount::articles)
                .isEqualTo(5L);
    }

    private List<PublicationCount> exportedPublications() {
        var publications = new ArrayList<PublicationCount>();
        counts.forEachPublication(publications::add);
        return publications;
    }

    private List<PublicationEntity> exportedEntities() {
        var entities = new ArrayList<PublicationEntity>();
        counts.forEachEntity(entities::add);
        return entities;
    }

    private static List<EntityCount> entitiesWithTies() {
        List<String> names = List.of("a", "b", "c d", "é", "z", BEFORE_EMOJI, "😀");
        return Stream.of(EntityType.values())
                .flatMap(type -> IntStream.range(0, names.size())
                        .mapToObj(i -> entity(type, names.get(i), 2 + (type.ordinal() + i) % 3, 1 + i % 2)))
                .toList();
    }

    private static <T> List<T> shuffled(List<T> list) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(7));
        return shuffled;
    }

    private static <T> List<T> pages(Function<@Nullable String, Page<T>> query, int limit) {
        var items = new ArrayList<T>();
        String cursor = null;
        do {
            Page<T> page = query.apply(cursor);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            items.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return items;
    }
}
