package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCommandTest {

    private static final int CUT = 40_000;

    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private byte[] file = "a line of a data set\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    private String version = "\"1\"";
    private boolean breaksOff;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aFileArrivesWholeAndNothingElseIsLeft() throws Exception {
        Run run = download("news.csv", "--sha256", sha256(file));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lastLine()).isEqualTo(folder.resolve("news.csv").toString());
        assertThat(folder.resolve("news.csv")).hasBinaryContent(file);
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().contains(".part"));
    }

    @Test
    void whatBrokeOffGoesOnFromThere() {
        breaksOff = true;

        Run run = download("news.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("news.csv")).hasBinaryContent(file);
        assertThat(ranges).hasSize(2);
        assertThat(ranges.get(1)).startsWith("bytes=").isNotEqualTo("bytes=0-");
    }

    @Test
    void whatChangedMeanwhileBeginsAnew() throws IOException {
        Files.writeString(folder.resolve("news.csv.part"), "older");
        Files.writeString(folder.resolve("news.csv.part-version"), "\"0\"");

        download("news.csv");

        assertThat(folder.resolve("news.csv")).hasBinaryContent(file);
    }

    @Test
    void aWrongHashIsNamedAndTheFileRemoved() {
        Run run = download("news.csv", "--sha256", "00");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("its SHA-256 is").contains("not 00; removed");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aZipIsUnpackedBesideIt() throws IOException {
        file = zip("a.csv", "one", "more/b.csv", "two");

        Run run = download("set.zip");

        assertThat(run.outLines()).hasSize(2);
        assertThat(folder.resolve("a.csv")).hasContent("one");
        assertThat(folder.resolve("more/b.csv")).hasContent("two");
    }

    @Test
    void aZipWritesNothingOutsideItsFolder() throws IOException {
        for (String name : List.of("../escaped", "/escaped", "a/../../escaped")) {
            file = zip(name, "text");

            Run run = download("set.zip");

            assertThat(run.exitCode()).as(name).isEqualTo(1);
            assertThat(run.err()).contains("would be outside of");
            assertThat(folder.resolveSibling("escaped")).doesNotExist();
        }
    }

    @Test
    void aZipDoesNotFollowALinkOut() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path to = Files.createDirectory(folder.resolve("to"));
        Files.createSymbolicLink(to.resolve("link"), elsewhere);
        file = zip("link/a.csv", "text");

        Run run = Run.of("download", url("set.zip"), "--to", to.toString());

        assertThat(run.err()).contains("goes through a link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aBombIsStopped() throws IOException {
        file = zip("zeros", "\0".repeat(70 * 1024 * 1024));

        Run run = download("set.zip");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("grows to more than 67,108,864 bytes; stopped");
    }

    @Test
    void whatIsNoAddressOrNotThereIsOneLine() {
        assertThat(Run.of("download", "ftp://example.org/a").exitCode()).isEqualTo(2);
        assertThat(Run.of("download", url("..")).err()).contains("no file's name");
        assertThat(download("missing").err()).isEqualTo("dateline: %s: answers 404%n".formatted(url("missing")));
    }

    private Run download(String name, String... more) {
        String[] arguments = {"download", url(name), "--to", folder.toString()};
        return Run.of(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }

    private String url(String name) {
        return "http://127.0.0.1:%d/sets/%s".formatted(server.getAddress().getPort(), name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        if (exchange.getRequestURI().getPath().endsWith("missing")) {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        boolean part =
                range != null && version.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        int from = part ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        exchange.getResponseHeaders().set("ETag", version);
        exchange.sendResponseHeaders(part ? 206 : 200, file.length - from);
        if (breaksOff) {
            breaksOff = false;
            exchange.getResponseBody().write(file, from, CUT);
            exchange.getResponseBody().flush();
            throw new IOException("the server falls over");
        }
        exchange.getResponseBody().write(file, from, file.length - from);
        exchange.close();
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
