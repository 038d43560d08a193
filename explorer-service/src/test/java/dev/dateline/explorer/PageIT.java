package dev.dateline.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class PageIT {

    @TempDir
    static Path folder;

    /** Of a module that is imported before this one runs. */
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]* from '([^']+)';");

    private static RunningExplorer explorer;

    @BeforeAll
    static void start() {
        explorer = RunningExplorer.start(folder.resolve("counts.db"));
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/publication?key=a",
                "/entity?type=PERSON&word=a",
                "/search?q=a",
                "/compare?p=a&p=b",
                "/live"
            })
    void eachViewHasAnAddressThatShowsThePage(String path) {
        get(path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("<script type=\"module\" src=\"/js/main.js\">"));
    }

    /** Else each module's imports would be asked for only once it has come. */
    @Test
    void allModulesThatThePageStartsWithAreAskedForAtOnce() {
        String page = text("/");

        assertThat(importedBy("/js/main.js", new TreeSet<>()))
                .hasSizeGreaterThan(20)
                .allSatisfy(module -> assertThat(page).contains("href=\"%s\"".formatted(module)))
                .hasSize(page.split("modulepreload", -1).length - 1);
    }

    private static Set<String> importedBy(String module, Set<String> found) {
        Matcher imports = IMPORT.matcher(text(module));
        while (imports.find()) {
            String imported = URI.create(module).resolve(imports.group(1)).toString();
            if (found.add(imported)) {
                importedBy(imported, found);
            }
        }
        return found;
    }

    private static String text(String path) {
        return get(path).expectBody(String.class).returnResult().getResponseBody();
    }

    @Test
    void onlyItsOwnScriptsMayRunAndNobodyElseIsAsked() {
        get("/").expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .startsWith(
                                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
                                .doesNotContain("unsafe", "http"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
        get("/").expectBody(String.class)
                .value(page -> assertThat(page).doesNotContain("http://", "https://", "style="));
    }

    @ParameterizedTest
    @CsvSource({
        "/js/main.js, text/javascript",
        "/css/page.css, text/css",
        "/webjars/d3/dist/d3.min.js, text/javascript",
        "/webjars/d3-cloud/build/d3.layout.cloud.js, text/javascript",
        "/icon.svg, image/svg+xml"
    })
    void whatThePageNeedsComesFromTheServiceItself(String path, String type) {
        get(path)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.parseMediaType(type))
                .expectHeader()
                .valueEquals("Cache-Control", "no-cache");
    }

    private static ResponseSpec get(String path) {
        return explorer.client().get().uri(path).exchange();
    }
}
