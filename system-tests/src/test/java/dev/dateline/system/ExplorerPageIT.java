package dev.dateline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.dateline.explorer.ExplorerService;
import dev.dateline.keys.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** The explorer's page in a real browser, over everything in one process: empty at first, then with the samples, away at last. */
@EnabledIfChromium
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExplorerPageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final int LAST = Integer.MAX_VALUE;

    private static final String HARBOUR = "/publication?key=the+harbour+post";
    private static final String COMPARISON = "/compare?p=the+harbour+post&p=ledgerline+wire";
    /** The last of them is of nobody, and says so. */
    private static final List<String> VIEWS = List.of(
            "/",
            HARBOUR,
            "/entity?type=LOCATION&word=varnholm",
            "/search?q=m",
            COMPARISON,
            "/compare",
            "/live",
            "/publication?key=nobody");

    @TempDir
    private static Path folder;

    private static DatelineJar dateline;
    private static Process running;
    private static URI explorer;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        dateline = DatelineJar.launched(folder);
        Path out = folder.resolve("up.out");
        running = dateline.start(out, folder.resolve("up.err"), "up", "--port", "0", "--explorer-port", "0");
        // Both take seconds, and neither needs the other.
        chromium = new Chromium();
        var ready = Pattern.compile("ready: .* explorer (\\S+),");
        await().atMost(PATIENCE)
                .until(() -> ready.matcher(Files.readString(out)).find());
        var line = ready.matcher(Files.readString(out));
        line.find();
        explorer = URI.create(line.group(1));
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void end() throws Exception {
        running.destroyForcibly().waitFor();
        chromium.close();
    }

    @Test
    @Order(1)
    void anEmptyStoreTellsHowToSendTheFirstArticle() {
        try (Tab tab = open("/")) {
            assertThat(tab.find("h1")).hasText("No articles yet");
            assertThat(tab.find("pre")).containsText("curl http://127.0.0.1:8080/post/enqueue");
            tab.assertAccessible();
        }
    }

    @Test
    @Order(2)
    void theNumbersMoveWhileArticlesComeIn() throws Exception {
        Path samples = Articles.samples(folder);
        try (Tab tab = open("/live")) {
            assertThat(tab.find("#live-saved")).hasText("0");
            assertThat(tab.find("#live-status")).hasText("Everything that was accepted is counted.");

            Process upload = dateline.start(
                    folder.resolve("upload.out"), folder.resolve("upload.err"), "upload", samples.toString());

            assertThat(tab.find("#live-accepted")).hasText("68");
            assertThat(tab.find("#live-saved")).hasText("68");
            assertThat(tab.find("#live-extraction")).hasText("0");
            assertThat(tab.find("#live-saving")).hasText("0");
            assertThat(tab.find("#live-dead")).hasText("0");
            assertThat(tab.find("#live-rate")).not().hasText("0.0");
            assertThat(tab.find(".rising li")).hasCount(8);
            assertThat(tab.find(".over")).hasCount(1);
            assertThat(upload.waitFor()).isZero();
        }
    }

    @Test
    void theOverviewIsSortedAndFiltered() {
        try (Tab tab = open("/")) {
            assertThat(tab.find(".lede p")).containsText("8 publications, 68 articles");
            assertThat(tab.find(".card")).hasCount(8);
            assertThat(tab.find(".card h2").first())
                    .hasText(Pattern.compile("The Harbour Post", Pattern.CASE_INSENSITIVE));
            assertThat(tab.find(".card .cloud").first()).isVisible();

            tab.link("Name").click();
            assertThat(tab.page()).hasURL(Pattern.compile("sort=name"));
            assertThat(tab.find(".card h2").nth(7)).hasText(Pattern.compile("^the ", Pattern.CASE_INSENSITIVE));

            tab.find("#filter").fill("HARBOUR");
            assertThat(tab.find(".card")).hasCount(1);
            assertThat(tab.find("#filter")).isFocused();
            assertThat(tab.page()).hasURL(Pattern.compile("filter=HARBOUR"));
            tab.page().reload();
            assertThat(tab.find(".card")).hasCount(1);
        }
    }

    @Test
    void aPublicationShowsWhomItWritesAboutAndWhatSetsItApart() {
        try (Tab tab = open("/")) {
            tab.find(".card h2 a").first().click();
            assertThat(tab.page()).hasURL(Pattern.compile("/publication\\?key=the\\+harbour\\+post"));
            assertThat(tab.find(".large .cloud a").first()).isVisible();
            assertThat(tab.find(".bars").first().locator("li")).hasCount(15);
            assertThat(tab.find(".bars.track li").first()).containsText(Pattern.compile("nobody else|of all"));

            tab.link("People").click();
            assertThat(tab.page()).hasURL(Pattern.compile("type=PERSON"));
            assertThat(tab.find(".bars li:not(.of-PERSON)")).hasCount(0);
            tab.link("Per 100 articles").click();
            assertThat(tab.find(".bars .value").first()).hasText(Pattern.compile("\\d+\\.\\d"));
            tab.page().goBack();
            tab.page().goBack();
            assertThat(tab.find(".bars li.of-LOCATION").first()).isVisible();
            tab.page().goBack();
            assertThat(tab.find(".card")).hasCount(8);
        }
    }

    @Test
    void aTableHasPagesWithAddresses() {
        try (Tab tab = open(HARBOUR)) {
            assertThat(tab.find("tbody tr")).hasCount(25);
            String first = tab.find("tbody th").first().innerText();

            tab.link("Next page ›").click();
            assertThat(tab.page()).hasURL(Pattern.compile("after="));
            assertThat(tab.find("tbody th").first()).not().hasText(first);
            String deep = tab.page().url().substring(explorer.toString().length());
            String second = tab.find("tbody th").first().innerText();
            tab.page().goBack();
            assertThat(tab.find("tbody th").first()).hasText(first);

            tab.open(deep);
            assertThat(tab.find("tbody th").first()).hasText(second);
        }
    }

    @Test
    void aNameIsFoundWhileItIsTyped() {
        try (Tab tab = open("/")) {
            tab.page().keyboard().press("/");
            assertThat(tab.find("#q")).isFocused();
            tab.page().keyboard().type("MARGARET a");
            assertThat(tab.find("#suggestions [role=option]").first()).containsText("Margaret Ashdown");
            assertThat(tab.find("#q")).hasAttribute("aria-expanded", "true");
            tab.page().keyboard().press("ArrowDown");
            tab.page().keyboard().press("Enter");

            assertThat(tab.find("h1")).hasText("Margaret Ashdown");
            assertThat(tab.page()).hasURL(Pattern.compile("/entity\\?type=PERSON&word=margaret\\+ashdown"));
            assertThat(tab.find(".bars li").first()).isVisible();

            tab.find("#q").fill("m");
            tab.page().keyboard().press("Enter");
            assertThat(tab.page()).hasURL(Pattern.compile("/search\\?q=m"));
            assertThat(tab.find("tbody th").first()).isVisible();
        }
    }

    @Test
    void publicationsAreComparedSideBySide() {
        try (Tab tab = open(COMPARISON)) {
            assertThat(tab.find(".sides .panel")).hasCount(2);
            assertThat(tab.find(".dots .row").first()).isVisible();

            tab.find("#add").fill("The Muddy Whistle");
            tab.page().keyboard().press("Enter");
            assertThat(tab.find(".sides .panel")).hasCount(3);
            tab.button("Take Ledgerline Wire away").click();
            assertThat(tab.find(".sides .panel")).hasCount(2);
            assertThat(tab.page()).hasURL(Pattern.compile("p=the\\+harbour\\+post&p=the\\+muddy\\+whistle$"));
        }
    }

    @Test
    void whatIsOnScreenIsSaved() throws Exception {
        try (Tab tab = open(HARBOUR)) {
            String title = tab.find("h1").innerText();
            Locator csv = tab.button(title + ": what sets it apart as CSV");
            Locator png = tab.button(title + ": names as PNG");

            String rows = Files.readString(saved(tab, csv));
            byte[] picture = Files.readAllBytes(saved(tab, png));

            assertThat(rows)
                    .startsWith("\uFEFFtype,name,mentions,mentions everywhere,times as often,z\r\n")
                    .contains("PERSON,");
            assertThat(picture).startsWith(0x89, 'P', 'N', 'G').hasSizeGreaterThan(20_000);
        }
    }

    @Test
    void numbersAreWrittenAsTheReadersLanguageHasThem() {
        try (Tab tab = tab(new NewContextOptions().setLocale("de-DE")).open(HARBOUR + "&by=share")) {
            assertThat(tab.find(".bars .value").first()).hasText(Pattern.compile("\\d+,\\d"));
        }
    }

    @Test
    void everyViewIsForThoseWhoCannotSeeAndInTheDarkAndOnAPhone() {
        try (Tab tab = tab(new NewContextOptions().setColorScheme(ColorScheme.LIGHT))) {
            for (String view : VIEWS) {
                tab.page().setViewportSize(1280, 900);
                tab.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
                tab.open(view).assertAccessible();
                tab.assertNoSidewaysScrolling();

                tab.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
                tab.assertAccessible();

                tab.page().setViewportSize(390, 844);
                tab.assertNoSidewaysScrolling();
            }
            tab.expectProblems();
        }
    }

    @Test
    void asksForAKeyWhereOneIsNeededAndKeepsItForTheTab() {
        Secret key = Secret.random("reader");
        try (var guarded = new SpringApplicationBuilder(ExplorerService.class)
                        .run(
                                "--spring.config.name=explorer-service",
                                "--server.port=0",
                                "--dateline.explorer.store.file=" + folder.resolve("dateline-data/dateline.db"),
                                "--dateline.explorer.keys[0].name=reader",
                                "--dateline.explorer.keys[0].sha256=" + key.sha256(),
                                "--dateline.explorer.keys[0].scopes=read");
                Tab tab = new Tab(chromium.browser(), at(guarded), new NewContextOptions()).open("/")) {
            assertThat(tab.find("h1")).hasText("A key, please");
            assertThat(tab.find(".reason")).containsText("needs an API key");
            tab.assertAccessible();

            tab.find("#key").fill("wrong");
            tab.button("Read").click();
            assertThat(tab.find(".reason")).containsText("no API key that is known");
            tab.find("#key").fill(key.reveal());
            tab.button("Read").click();
            assertThat(tab.find(".card")).hasCount(8);

            tab.open(HARBOUR);
            assertThat(tab.find("tbody tr")).hasCount(25);
            tab.expectProblems();
        }
    }

    @Test
    @Order(LAST)
    void whatIsAwayIsSaid() throws Exception {
        try (Tab tab = open("/")) {
            assertThat(dateline.run("down").lastLine()).isEqualTo("ended");

            tab.link("Compare").click();

            assertThat(tab.find("[role=alert] h1")).hasText("Something is away");
            assertThat(tab.find(".reason")).hasText(Pattern.compile("The explorer does not answer"));
            assertThat(tab.button("Try again")).isVisible();
            tab.assertAccessible();
            tab.expectProblems();
        }
    }

    private static Tab open(String path) {
        return tab(new NewContextOptions()).open(path);
    }

    private static Tab tab(NewContextOptions options) {
        return new Tab(chromium.browser(), explorer, options);
    }

    private static URI at(ApplicationContext service) {
        return URI.create("http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static Path saved(Tab tab, Locator button) {
        Download download = tab.page().waitForDownload(button::click);
        return download.path();
    }
}
