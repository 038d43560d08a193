package dev.dateline.explorer;

import static dev.dateline.explorer.RunningExplorer.entity;
import static dev.dateline.explorer.RunningExplorer.tally;
import static dev.dateline.model.EntityType.LOCATION;
import static dev.dateline.model.EntityType.ORGANIZATION;
import static dev.dateline.model.EntityType.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityCount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class ReadApiIT {

    private static final String LONG_NAME = "報".repeat(200);

    @TempDir
    static Path folder;

    private static RunningExplorer explorer;
    private static WebTestClient client;

    @BeforeAll
    static void start() {
        Path file = folder.resolve("counts.db");
        RunningExplorer.fill(
                file,
                tally("The Daily Example", 3, entity(PERSON, "Ada Lovelace", 5, 3), entity(LOCATION, "London", 5, 2)),
                tally("The Hill", 2, entity(PERSON, "Ada Lovelace", 7, 2), entity(ORGANIZATION, "Adams & Sons", 1, 1)),
                tally(LONG_NAME, 1, entities(5)));
        explorer = RunningExplorer.start(file);
        client = explorer.client();
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    @Test
    void totalsSumOverEverything() {
        json("/api/v1/totals", "{'publications':3,'articles':6,'entities':9,'mentions':33}");
    }

    @Test
    void publicationsComeWithTheMostArticlesFirst() {
        json("/api/v1/publications?limit=1000", """
                {'items':[{'key':'the daily example','name':'The Daily Example','articles':3},
                          {'key':'the hill','name':'The Hill','articles':2},
                          {'key':'%s','name':'%s','articles':1}],'next':null}""".formatted(LONG_NAME, LONG_NAME));
    }

    @Test
    void aPublicationIsFoundByItsNameInAnyCaseAndByItsKey() {
        String expected = """
                {'publication':{'key':'the hill','name':'The Hill','articles':2},
                 'items':[{'type':'PERSON','word':'ada lovelace','name':'Ada Lovelace','mentions':7,'articles':2},
                          {'type':'ORGANIZATION','word':'adams & sons','name':'Adams & Sons','mentions':1,'articles':1}],
                 'next':null}""";
        json("/api/v1/entities?publication=THE  Hill", expected);
        json("/api/v1/entities?publication=the hill&type=&cursor=", expected);
    }

    @Test
    void entitiesAreOfOneTypeWhereAskedFor() {
        json("/api/v1/entities?publication=the hill&type=organization", """
                {'publication':{'key':'the hill','name':'The Hill','articles':2},
                 'items':[{'type':'ORGANIZATION','word':'adams & sons','name':'Adams & Sons','mentions':1,'articles':1}],
                 'next':null}""");
    }

    @Test
    void cursorsLeadThroughAllPagesEvenOfTheLongestNames() {
        var words = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            Map<?, ?> page = get("/api/v1/entities?publication={p}&limit=2&cursor={c}", LONG_NAME, cursor)
                    .expectStatus()
                    .isOk()
                    .expectBody(Map.class)
                    .returnResult()
                    .getResponseBody();
            ((List<?>) page.get("items")).forEach(item -> words.add((String) ((Map<?, ?>) item).get("word")));
            cursor = (String) page.get("next");
        }

        assertThat(words)
                .containsExactly(
                        List.of(entities(5)).stream().map(EntityCount::word).toArray(String[]::new));
    }

    @Test
    void entitiesComeByArticlesToo() {
        json("/api/v1/entities?publication=the daily example&order=articles&limit=1", """
                {'items':[{'word':'ada lovelace','mentions':5,'articles':3}]}""");
    }

    @Test
    void theOverviewShowsPublicationsWithTheirNames() {
        json("/api/v1/overview?limit=1", """
                {'publications':3,
                 'items':[{'publication':{'key':'the daily example','name':'The Daily Example','articles':3},
                           'names':[{'type':'PERSON','word':'ada lovelace','name':'Ada Lovelace','mentions':5,'articles':3},
                                    {'type':'LOCATION','word':'london','name':'London','mentions':5,'articles':2}]}]}""");
        json("/api/v1/overview?filter=HILL&sort=name", """
                {'publications':1,'items':[{'publication':{'key':'the hill'}}],'next':null}""");
    }

    @Test
    void theOverviewGoesOnWhereItsPageEnded() {
        for (String sort : List.of("articles", "name")) {
            var keys = new ArrayList<String>();
            String cursor = "";
            while (cursor != null) {
                Map<?, ?> page = get("/api/v1/overview?limit=1&sort={s}&cursor={c}", sort, cursor)
                        .expectBody(Map.class)
                        .returnResult()
                        .getResponseBody();
                ((List<?>) page.get("items"))
                        .forEach(item ->
                                keys.add((String) ((Map<?, ?>) ((Map<?, ?>) item).get("publication")).get("key")));
                cursor = (String) page.get("next");
            }
            assertThat(keys).containsExactly("the daily example", "the hill", LONG_NAME);
        }
    }

    @Test
    void anOverviewThatIsKnownIsNotSentAgain() {
        String tag = get("/api/v1/overview")
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();

        client.get()
                .uri("/api/v1/overview")
                .header("If-None-Match", tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void whatAPublicationWritesMoreAboutThanOthersSetsItApart() {
        json("/api/v1/distinctive?publication=The Daily Example", """
                {'publication':{'key':'the daily example'},
                 'items':[{'type':'LOCATION','word':'london','mentions':5,'articles':2,'everywhere':5},
                          {'type':'PERSON','word':'ada lovelace','mentions':5,'articles':3,'everywhere':12}]}""");
        json("/api/v1/distinctive?publication=the hill&type=LOCATION", "{'items':[]}");
    }

    @Test
    void publicationsAreComparedOverAllThatEitherWritesMostAbout() {
        json("/api/v1/comparison?publication=the hill&publication=THE daily example&limit=2", """
                {'publications':[{'key':'the hill'},{'key':'the daily example'}],
                 'items':[{'word':'ada lovelace','counts':[{'mentions':7,'articles':2},{'mentions':5,'articles':3}]},
                          {'word':'london','counts':[{'mentions':0,'articles':0},{'mentions':5,'articles':2}]},
                          {'word':'adams & sons','counts':[{'mentions':1,'articles':1},{'mentions':0,'articles':0}]}]}""");
        problem(get("/api/v1/comparison?publication=the hill&publication=The Moon"), 404, "no article by");
    }

    @Test
    void searchFindsWhatBeginsAlikeOverAllPublications() {
        json("/api/v1/search?q=ADA", """
                {'items':[{'type':'PERSON','word':'ada lovelace','name':'Ada Lovelace','mentions':12,'articles':5,'publications':2},
                          {'type':'ORGANIZATION','word':'adams & sons','name':'Adams & Sons','mentions':1,'articles':1,'publications':1}]}""");
        json("/api/v1/search?q=ada&type=LOCATION", "{'items':[]}");
    }

    @Test
    void anEntityIsShownInEachPublicationThatMentionsIt() {
        json("/api/v1/entity?type=PERSON&word=Ada Lovelace", """
                {'items':[{'publication':{'key':'the hill','name':'The Hill','articles':2},'mentions':7,'articles':2,'name':'Ada Lovelace'},
                          {'publication':{'key':'the daily example','name':'The Daily Example','articles':3},'mentions':5,'articles':3,'name':'Ada Lovelace'}]}""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /api/v1/publications?limit=0                  | limit must be a whole number from 1 to 1000
                    /api/v1/publications?limit=1001               | limit must be a whole number from 1 to 1000
                    /api/v1/publications?limit=many               | limit must be a whole number from 1 to 1000
                    /api/v1/publications?limit=99999999999        | limit must be a whole number from 1 to 1000
                    /api/v1/publications?cursor=x                 | cursor must be the "next" of the page before
                    /api/v1/entities?limit=1                      | publication must have 1 to 1200 characters
                    /api/v1/entities?publication=                 | publication must have 1 to 1200 characters
                    /api/v1/entities?publication=the hill&type=DOG | type must be one of PERSON, ORGANIZATION, LOCATION, MISC
                    /api/v1/entities?publication=the hill&cursor=x | cursor must be the "next" of the page before
                    /api/v1/search?q=                             | q must have 1 to 1200 characters
                    /api/v1/search?q=a&limit=201                  | limit must be a whole number from 1 to 200
                    /api/v1/entity?word=a                         | type must be one of PERSON, ORGANIZATION, LOCATION, MISC
                    /api/v1/entity?type=&word=a                   | type must be one of PERSON, ORGANIZATION, LOCATION, MISC
                    /api/v1/entity?type=PERSON                    | word must have 1 to 1200 characters
                    /api/v1/export?format=xml                     | format must be one of csv, ndjson
                    /api/v1/export?rows=dogs                      | rows must be one of entities, publications
                    /api/v1/entities?publication=the hill&order=dogs | order must be one of mentions, articles
                    /api/v1/overview?sort=dogs                    | sort must be one of articles, name
                    /api/v1/overview?limit=101                    | limit must be a whole number from 1 to 100
                    /api/v1/overview?cursor=x                     | cursor must be the "next" of the page before
                    /api/v1/distinctive?publication=              | publication must have 1 to 1200 characters
                    /api/v1/distinctive?publication=a&limit=201   | limit must be a whole number from 1 to 200
                    /api/v1/comparison?publication=a              | publication must be given 2 to 4 times
                    /api/v1/comparison?publication=a&publication=b&limit=51 | limit must be a whole number from 1 to 50
                    """)
    void aBadParameterIsNamedWithItsBounds(String path, String detail) {
        problem(get(path), 400, detail);
    }

    @ParameterizedTest
    @CsvSource({"The Moon", "' '", "ﷺ"})
    void anUnknownPublicationIsNotFound(String name) {
        problem(get("/api/v1/entities?publication={p}", name), 404, "no article by \"" + name + "\" was counted");
    }

    @Test
    void anUnknownPathAndAnotherMethodAreProblems() {
        problem(get("/api/v1/nothing"), 404, "");
        problem(client.post().uri("/api/v1/totals").exchange(), 405, "");
    }

    @Test
    void aBrokerThatIsAwayIsNamedAndNothingElseSuffers() {
        problem(get("/api/v1/pipeline"), 503, "Kafka at [" + RunningExplorer.NO_BROKER + "] does not answer");
        get("/api/v1/totals").expectStatus().isOk();
        get("/actuator/health")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    @Test
    void theDescriptionIsThereForPrograms() {
        get("/openapi")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/yaml")
                .expectBody(String.class)
                .value(text -> assertThat(text).startsWith("openapi: 3.1.0"));
    }

    private static EntityCount[] entities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> entity(PERSON, "名".repeat(199) + i, 3, 1))
                .toArray(EntityCount[]::new);
    }

    private static ResponseSpec get(String path, Object... values) {
        return client.get().uri(path, values).exchange();
    }

    private static void json(String path, String expected) {
        get(path).expectStatus().isOk().expectBody().json(expected.replace('\'', '"'));
    }

    private static void problem(ResponseSpec response, int status, String detail) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.detail")
                .value(String.class, text -> assertThat(text).startsWith(detail));
    }
}
