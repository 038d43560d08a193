package dev.dateline.gateway;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The gateway's OpenAPI document, as a test looks into it. */
final class Contract {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;

    Contract() throws IOException {
        try (var resource = GatewayService.class.getResourceAsStream("openapi.json")) {
            document = JSON.readTree(resource);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Each operation's answers, as {@code "/posts 200"}. */
    TreeSet<String> answers() {
        var answers = new TreeSet<String>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (JsonNode operation : path.getValue()) {
                operation
                        .path("responses")
                        .propertyNames()
                        .forEach(status -> answers.add(path.getKey() + " " + status));
            }
        }
        return answers;
    }

    /** What is said of an answer; missing if nothing is. */
    JsonNode answer(String path, int status) {
        JsonNode operation = document.path("paths").path(path).iterator().next();
        return resolved(operation.path("responses").path(Integer.toString(status)));
    }

    /** What is said of an answer's header; missing if nothing is. */
    JsonNode header(JsonNode answer, String name) {
        for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return resolved(header.getValue());
            }
        }
        return JSON.getNodeFactory().missingNode();
    }

    List<String> requiredHeaders(JsonNode answer) {
        return answer.path("headers").properties().stream()
                .filter(header -> resolved(header.getValue()).path("required").asBoolean(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is wrong with a text by a schema of the document. */
    List<String> problems(JsonNode schema, String text) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
        return compiled.validate(text, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    /** Everything that has an example, or should: bodies, headers, parameters. */
    List<JsonNode> exemplary() {
        var found = new ArrayList<JsonNode>();
        JsonNode components = document.path("components");
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                operation.path("parameters").forEach(found::add);
                operation.path("requestBody").path("content").forEach(found::add);
                operation
                        .path("responses")
                        .forEach(answer -> answer.path("content").forEach(found::add));
            }
        }
        components.path("responses").forEach(answer -> answer.path("content").forEach(found::add));
        components.path("headers").forEach(found::add);
        return found;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }
}
