package dev.dateline.explorer;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The explorer's OpenAPI document, as a test looks into it; an object may have no field that it does not name. */
final class Contract {

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode document;

    Contract() throws IOException {
        try (var resource = ExplorerService.class.getResourceAsStream("/explorer/openapi.yaml")) {
            document = JSON.valueToTree(new Yaml().load(resource));
        }
        closeObjects(document);
    }

    /** Each operation's answers, as {@code "/totals 200"}. */
    TreeSet<String> answers() {
        var answers = new TreeSet<String>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations
                        .path("get")
                        .path("responses")
                        .propertyNames()
                        .forEach(status -> answers.add(path + " " + status)));
        return answers;
    }

    /** The names of an operation's parameters. */
    List<String> parameters(String path) {
        return document.path("paths")
                .path(path)
                .path("get")
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** What is said of an answer's bodies, by media type. */
    JsonNode content(String path, int status) {
        JsonNode responses = document.path("paths").path(path).path("get").path("responses");
        return resolved(responses.path(Integer.toString(status))).path("content");
    }

    /** What is wrong with a text by a schema of the document. */
    List<String> problems(JsonNode schema, String text) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(text, InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    /** Those that are put together of several are open each, as each knows its own part only. */
    private static void closeObjects(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asString("").equals("object")
                && object.has("properties")
                && !object.path("properties").has("publications")
                && !object.path("properties").has("word")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::closeObjects);
    }
}
