package dev.dateline.cli.client;

import dev.dateline.cli.console.Failure;
import dev.dateline.model.EntityType;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads counts. Every method throws a {@link Failure} with one line if the explorer does not answer as it should. */
public final class ExplorerClient {

    /** Totals over a large Firestore take seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The most that the explorer gives at once. */
    private static final int MAX_PAGE = 1_000;

    private static final int MAX_FOUND = 200;

    private static final JsonMapper JSON = new JsonMapper();

    private final URI base;
    private final @Nullable String apiKey;
    private final HttpClient http = Http.newClient();

    /** A publication and how many of its articles were counted. */
    public record Publication(String key, String name, long articles) {}

    /** An entity within a publication. */
    public record Entity(EntityType type, String word, String name, long mentions, long articles) {}

    /** An entity across publications. */
    public record Found(EntityType type, String word, String name, long mentions, long articles, long publications) {}

    /** How much was counted. */
    public record Totals(long publications, long articles, long entities, long mentions) {}

    /** How far the pipeline is. */
    public record Pipeline(
            long accepted, long waitingForExtraction, long waitingToBeSaved, long deadLetters, boolean drained) {}

    record Page<T>(List<T> items, @Nullable String next) {}

    /** A client of an explorer that is open. */
    public ExplorerClient(URI base) {
        this(base, null);
    }

    /**
     * A client of an explorer.
     *
     * @param apiKeyFile of a key with the scope {@code read}, or null where none is needed
     */
    public ExplorerClient(URI base, @Nullable Path apiKeyFile) {
        this.base = base;
        this.apiKey = apiKeyFile == null ? null : KeyFiles.read(apiKeyFile);
    }

    /** How much was counted. */
    public Totals totals() {
        return get("/totals", new TypeReference<>() {});
    }

    /** How far the pipeline is. */
    public Pipeline pipeline() {
        return get("/pipeline", new TypeReference<>() {});
    }

    /** All publications, most articles first. */
    public List<Publication> publications() {
        return allPages(Integer.MAX_VALUE, page -> get("/publications?" + page, new TypeReference<>() {}));
    }

    /** The most mentioned entities of a publication, given by name or key, of one type or of all. */
    public List<Entity> entities(String publication, @Nullable EntityType type, int most) {
        String path = "/entities?publication=" + encoded(publication) + (type == null ? "" : "&type=" + type);
        return allPages(most, page -> get(path + "&" + page, new TypeReference<>() {}));
    }

    /** The most mentioned entities that begin with a text. */
    public List<Found> search(String text) {
        String path = "/search?q=" + encoded(text) + "&limit=" + MAX_FOUND;
        return get(path, new TypeReference<Page<Found>>() {}).items;
    }

    /**
     * All counts, line by line, as the explorer writes them; to be closed.
     *
     * @param format {@code csv} or {@code ndjson}
     * @param rows {@code entities} or {@code publications}
     */
    public Stream<String> export(String format, String rows) {
        // No timeout: it is as long as there is something to send.
        HttpRequest request =
                request("/export?format=" + format + "&rows=" + rows).build();
        HttpResponse<Stream<String>> response = send(request, BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), response.body().collect(Collectors.joining("\n")));
        }
        return response.body();
    }

    private <T> T get(String path, TypeReference<T> type) {
        HttpRequest request = request(path).timeout(TIMEOUT).build();
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw refused(response.statusCode(), response.body());
        }
        return JSON.readValue(response.body(), type);
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw Http.isUnreachable(e)
                    ? Http.unreachable(base, e)
                    : Failure.failed("%s does not answer (%s)".formatted(base, Http.reason(e)), e);
        } catch (InterruptedException e) {
            throw Failure.interrupted(e);
        }
    }

    /** Where a parameter is refused, the explorer's own words suffice; whatever else happens, say where. */
    private Failure refused(int status, String body) {
        String line = Problem.line(status, body);
        if (status == 401) {
            return Failure.failed("%s: %s (--api-key-file names its file)".formatted(base, line));
        }
        return Failure.failed(status == 404 || status == 400 ? line : "%s: %s".formatted(base, line));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path));
        return apiKey == null ? request : request.header("Authorization", "Bearer " + apiKey);
    }

    private static <T> List<T> allPages(int most, Function<String, Page<T>> pages) {
        var items = new ArrayList<T>();
        String next = null;
        do {
            String cursor = next == null ? "" : "&cursor=" + encoded(next);
            Page<T> page = pages.apply("limit=" + Math.min(most - items.size(), MAX_PAGE) + cursor);
            items.addAll(page.items);
            next = page.next;
        } while (next != null && items.size() < most);
        return items;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
