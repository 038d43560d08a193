package dev.dateline.cli.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.cli.console.Failure;
import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ArticleFilesTest {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Test
    void aQuotedCellHoldsLineBreaksCommasAndQuotes() {
        List<Row> rows = read("a.csv", """
                publication,content,title
                The Daily Example,"One, ""two""

                three",A title
                """);

        assertThat(article(rows, 0).post().content()).isEqualTo("One, \"two\"\n\nthree");
        assertThat(article(rows, 0).post().title()).isEqualTo("A title");
    }

    @Test
    void carriageReturnsEndRowsAndStayInsideQuotes() {
        List<Row> rows = read("a.csv", "publication,content\r\nP,\"a\r\nb\"\r\nQ,c\r\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 4L);
        assertThat(article(rows, 0).post().content()).isEqualTo("a\r\nb");
        assertThat(article(rows, 1).post().content()).isEqualTo("c");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(read("a.csv", BYTE_ORDER_MARK + "publication,content\nP,text\n"))
                .hasOnlyElementsOfType(Row.Article.class);
        assertThat(read("a.ndjson", BYTE_ORDER_MARK + "{\"publication\":\"P\",\"content\":\"text\"}\n"))
                .hasOnlyElementsOfType(Row.Article.class);
        assertThat(read("-", BYTE_ORDER_MARK + "{\"publication\":\"P\",\"content\":\"text\"}\n"))
                .hasOnlyElementsOfType(Row.Article.class);
    }

    @Test
    void allTheNewsWithTwoIndexColumnsNeedsNoOption() {
        List<Row> rows = read("all-the-news-2-1.csv", """
                ,,date,year,month,day,author,title,article,url,section,publication
                0,7,2016-12-09 18:31:00,2016,12.0,9,Lee Drutman,We should take concerns seriously,"This post is part
                of Polyarchy.",https://example.org/1,,Vox
                1,8,2016-10-07 21:26:46,2016,10.0,7,Scott Davis,Colts GM,,https://example.org/2,,Business Insider
                """);

        assertThat(rows).hasSize(2);
        Post post = article(rows, 0).post();
        assertThat(post.publication()).isEqualTo("Vox");
        assertThat(post.content()).isEqualTo("This post is part\nof Polyarchy.");
        assertThat(post.publishedAt()).isEqualTo("2016-12-09 18:31:00");
        assertThat(rows.get(1)).isEqualTo(new Row.WithoutText(4));
    }

    @Test
    void rowsWithoutTextAreNeitherArticlesNorWrong() {
        assertThat(read("a.csv", "publication,content\nP,\n,\"  \n\"\n"))
                .containsExactly(new Row.WithoutText(2), new Row.WithoutText(3));
        assertThat(read("a.ndjson", "{\"publication\":\"P\"}\n{\"content\":null}\n{\"content\":\" \"}\n"))
                .containsExactly(new Row.WithoutText(1), new Row.WithoutText(2), new Row.WithoutText(3));
    }

    @Test
    void whatBreaksARuleIsNamedWithItsLine() {
        assertThat(read("a.csv", "publication,content\n,text\n\nP,text\nP,text,more\n" + "x".repeat(201) + ",text\n"))
                .filteredOn(Row.Unusable.class::isInstance)
                .containsExactly(
                        unusable(2, "publication is missing"),
                        unusable(5, "3 columns, the header has 2"),
                        unusable(6, "publication must have 1 to 200 characters, not 201"));
    }

    @Test
    void aLineThatIsNoObjectIsNamedAndTheRestGoesOn() {
        List<Row> rows = read("a.ndjson", """
                {"publication":"P","content":"one"}
                {"publication":"P","content":
                [1]
                {"publication":"P","content":17}

                {"publication":"P","content":"two"}
                """);

        assertThat(rows).extracting(Row::line).containsExactly(1L, 2L, 3L, 4L, 6L);
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Row.Unusable.class, row -> assertThat(row.reason()).startsWith("not JSON: "));
        assertThat(rows.get(2)).isEqualTo(unusable(3, "not JSON: expected an object"));
        assertThat(rows.get(3)).isEqualTo(unusable(4, "content must be a string"));
        assertThat(article(rows, 4).post().content()).isEqualTo("two");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsLineOnly() {
        List<Row> rows = read("a.csv", "publication,content\nP,one\nP,\"two\nP,three\nP,four\n");

        assertThat(rows).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L);
        assertThat(rows.get(1)).isEqualTo(unusable(3, "a quote is never closed"));
        assertThat(article(rows, 2).post().content()).isEqualTo("three");
    }

    @Test
    void aQuoteThatTheNextRowClosesCostsItsLineOnly() {
        List<Row> rows = read("a.csv", "publication,content\nP,\"one\nP,\"two\nlines\"\nP,three\n");

        assertThat(rows.get(0)).isEqualTo(unusable(2, "\"t\" follows a closing quote"));
        assertThat(article(rows, 1).post().content()).isEqualTo("two\nlines");
        assertThat(article(rows, 2).post().content()).isEqualTo("three");
    }

    @Test
    void aLineLongerThanAnyPostIsNamedAndNotKept() {
        String endless = "x".repeat(Lines.MAX_LENGTH + 1);

        assertThat(read("a.csv", "publication,content\nP," + endless + "\nP,text\n"))
                .startsWith(unusable(2, "longer than 4,194,304 characters"))
                .hasSize(2);
        assertThat(read("a.ndjson", "{\"content\":\"" + endless + "\"}"))
                .containsExactly(unusable(1, "longer than 4,194,304 characters"));
    }

    @Test
    void contentOverTheLimitIsNamed() {
        assertThat(read("a.csv", "publication,content\nP," + "x".repeat(PostJson.DEFAULT_MAX_CONTENT_BYTES + 1)))
                .containsExactly(unusable(2, "content must have at most 262,144 bytes of UTF-8"));
    }

    @Test
    void loneSurrogatesArriveAsTheGatewayWouldReadThem() {
        List<Row> rows = read("a.ndjson", "{\"publication\":\"P\",\"content\":\"a\\ud800b \\ud83d\\ude00\"}");

        assertThat(article(rows, 0).post().content()).isEqualTo("a\uFFFDb \uD83D\uDE00");
    }

    @Test
    void compressedFilesAreReadAsTheyAre() throws IOException {
        String text = "publication,content\nP,text\n";

        assertThat(read("a.csv.gz", zipped(text))).hasOnlyElementsOfType(Row.Article.class);
        assertThat(read("-", zipped(text))).hasOnlyElementsOfType(Row.Article.class);
    }

    @Test
    void aCompressedFileThatIsCutOffIsAFailureThatNamesIt() throws IOException {
        byte[] whole = zipped("publication,content\n" + "P,text\n".repeat(10_000));
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);

        assertThatThrownBy(() -> read("a.csv.gz", cut))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("a.csv.gz: can't be read (");
    }

    @Test
    void theFirstByteTellsTheFormatWhereNoNameDoes() {
        assertThat(read("-", "{\"publication\":\"P\",\"body\":\"text\"}")).hasOnlyElementsOfType(Row.Article.class);
        assertThat(read("-", "publication,body\nP,text")).hasOnlyElementsOfType(Row.Article.class);
    }

    @Test
    void aRowWithoutAnIdHasOneThatFollowsFromPublicationAndContent() {
        List<Row> rows = read("a.csv", """
                id,publication,content,title
                ,The Daily  Example,text,A
                ,the daily example,text,B
                ,The Daily Example,text.,A
                mine,The Daily Example,text,A
                """);

        assertThat(article(rows, 0).post().id())
                .isEqualTo(article(rows, 1).post().id())
                .isNotEqualTo(article(rows, 2).post().id());
        assertThat(article(rows, 3).post().id()).isEqualTo("mine");
    }

    @Test
    void whateverIsQuotedComesBack() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var contents = new ArrayList<String>();
        var csv = new StringBuilder("content,publication\n");
        for (int i = 0; i < 1_000; i++) {
            String content = "x"
                    + random.ints(random.nextInt(12), 0, 7)
                            .mapToObj(n -> List.of("\"", ",", "\n", "\r\n", "a", " ", "\r")
                                    .get(n))
                            .collect(Collectors.joining());
            contents.add(content);
            csv.append('"').append(content.replace("\"", "\"\"")).append("\",P\n");
        }

        assertThat(read("a.csv", csv.toString()))
                .as("seed %d", seed)
                .map(row -> ((Row.Article) row).post().content())
                .isEqualTo(contents);
    }

    @Test
    void aLimitCountsArticlesOverAllFiles() {
        var rows = new ArrayList<Row>();
        ArticleFile file = file("a.csv", "publication,content\nP,\nP,one\nP,two\n".getBytes(StandardCharsets.UTF_8));

        new ArticleFiles(List.of(file, file), Columns.standard(), 3, 1_000).forEachRow((name, row) -> rows.add(row));

        assertThat(rows).filteredOn(Row.Article.class::isInstance).hasSize(3);
    }

    @Test
    void columnsCanHaveAnyName() {
        var columns = Columns.standard().with(Map.of("content", "story", "published_at", "day"));
        var rows = new ArrayList<Row>();

        new ArticleFiles(
                        List.of(file(
                                "a.csv",
                                "Publication,story,content,day\nP,a,b,today".getBytes(StandardCharsets.UTF_8))),
                        columns,
                        Long.MAX_VALUE,
                        1_000)
                .forEachRow((name, row) -> rows.add(row));

        assertThat(article(rows, 0).post().content()).isEqualTo("a");
        assertThat(article(rows, 0).post().publishedAt()).isEqualTo("today");
    }

    @Test
    void theHeadersOfAllFilesAreLookedAtFirst() {
        ArticleFile good = file("good.csv", "publication,content\nP,text".getBytes(StandardCharsets.UTF_8));
        ArticleFile bad = file("bad.csv", "publication,title\nP,text".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new ArticleFiles(List.of(good, bad), Columns.standard(), 1, 1_000))
                .hasMessage("bad.csv: no column \"content\" (found: publication, title)");
    }

    private static Row.Article article(List<Row> rows, int index) {
        return (Row.Article) rows.get(index);
    }

    private static List<Row> read(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> read(String name, byte[] bytes) {
        var rows = new ArrayList<Row>();
        new ArticleFiles(
                        List.of(file(name, bytes)),
                        Columns.standard(),
                        Long.MAX_VALUE,
                        PostJson.DEFAULT_MAX_CONTENT_BYTES)
                .forEachRow((file, row) ->
                        rows.add(row instanceof Row.Unusable it ? unusable(it.line(), it.reason()) : row));
        return rows;
    }

    private static ArticleFile file(String name, byte[] bytes) {
        return new ArticleFile(name, bytes.length, true, () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Without its text, which {@link #read} leaves out. */
    private static Row unusable(long line, String reason) {
        return new Row.Unusable(line, reason, "");
    }
}
