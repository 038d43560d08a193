package dev.dateline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an explorer's API says. */
record Explorer(URI uri) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Whether every post that was accepted is counted; not as long as Kafka, in the middle of a change, does not tell. */
    boolean isDrained() throws IOException, InterruptedException {
        HttpResponse<String> answer = answer("pipeline");
        return answer.statusCode() == 200
                && JSON.readTree(answer.body()).path("drained").asBoolean();
    }

    /** Articles of each publication, by its key. */
    Map<String, Long> publications() throws IOException, InterruptedException {
        var articles = new HashMap<String, Long>();
        export("publications")
                .forEach(row -> articles.put(
                        row.path("publication").asString(), row.path("articles").asLong()));
        return articles;
    }

    /** Mentions and articles of each entity. */
    Map<Entity, Counts> entities() throws IOException, InterruptedException {
        var entities = new HashMap<Entity, Counts>();
        export("entities")
                .forEach(row -> entities.put(
                        new Entity(
                                row.path("publication").asString(),
                                EntityType.valueOf(row.path("type").asString()),
                                row.path("word").asString()),
                        new Counts(
                                row.path("mentions").asLong(),
                                row.path("articles").asLong())));
        return entities;
    }

    private List<JsonNode> export(String rows) throws IOException, InterruptedException {
        return get("export?format=ndjson&rows=" + rows)
                .lines()
                .map(JSON::readTree)
                .toList();
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = answer(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> answer(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(uri.resolve("/api/v1/" + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
