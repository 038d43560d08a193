package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.dateline.model.InvalidPostException;
import dev.dateline.model.PostJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of the topic says what the code does. */
class PostsSchemaTest {

    private static final Path PUBLISHED = Path.of("../docs/posts.schema.json");
    private static final JsonMapper JSON = new JsonMapper();

    private final Schema schema;

    PostsSchemaTest() throws IOException {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(PUBLISHED), InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'publication': 'P', 'content': 'c'}",
                "{'publication': ' The  Daily Example ', 'content': ' c ', 'unknown': [1]}",
                "{'publication': 'P', 'content': 'c', 'id': null, 'title': null, 'url': null, 'published_at': null}",
                "{'publication': 'P', 'content': 'c', 'id': 'aZ09._~:-', 'title': '', 'url': 'u', 'published_at': 'x'}",
                "{'publication': '\\u65b0\\u805e', 'content': '\\u0001\\ud83d\\ude00'}",
            })
    void takesWhatTheCodeTakes(String post) {
        assertThat(schemaTakes(quoted(post))).isTrue();
        assertThat(codeTakes(quoted(post))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "{'publication': 'P'}",
                "{'content': 'c'}",
                "{'publication': null, 'content': 'c'}",
                "{'publication': '', 'content': 'c'}",
                "{'publication': ' \\u00a0\\u3000', 'content': 'c'}",
                "{'publication': 'a\\tb', 'content': 'c'}",
                "{'publication': 'a\\u0085b', 'content': 'c'}",
                "{'publication': 7, 'content': 'c'}",
                "{'publication': 'P', 'content': ''}",
                "{'publication': 'P', 'content': ' \\n\\u2028\\u0000\\u202f\\u1680\\u2005'}",
                "{'publication': 'P', 'content': ['c']}",
                "{'publication': 'P', 'content': 'c', 'id': ''}",
                "{'publication': 'P', 'content': 'c', 'id': 'a/b'}",
                "{'publication': 'P', 'content': 'c', 'id': 1}",
                "{'publication': 'P', 'content': 'c', 'title': {}}",
                "{'publication': 'P', 'content': 'c', 'url': true}",
                "{'publication': 'P', 'content': 'c', 'published_at': 20261120}",
            })
    void refusesWhatTheCodeRefuses(String post) {
        assertThat(schemaTakes(quoted(post))).isFalse();
        assertThat(codeTakes(quoted(post))).isFalse();
    }

    @Test
    void hasTheSameLimits() {
        assertLimit(200, "publication");
        assertLimit(PostJson.DEFAULT_MAX_CONTENT_BYTES, "content");
        assertLimit(128, "id");
        assertLimit(4_096, "title");
        assertLimit(4_096, "url");
        assertLimit(4_096, "published_at");
    }

    @Test
    void isWhatTheGatewaysContractHolds() throws IOException {
        var published = (ObjectNode) JSON.readTree(PUBLISHED.toFile());
        published.remove(List.of("$schema", "title", "description"));
        try (var contract = getClass().getResourceAsStream("openapi.json")) {
            assertThat(JSON.readTree(contract).at("/components/schemas/Post")).isEqualTo(published);
        }
    }

    private void assertLimit(int limit, String field) {
        assertThat(schemaTakes(with(field, limit))).as(field).isTrue();
        assertThat(codeTakes(with(field, limit))).as(field).isTrue();
        assertThat(schemaTakes(with(field, limit + 1))).as(field).isFalse();
        assertThat(codeTakes(with(field, limit + 1))).as(field).isFalse();
    }

    private static String with(String field, int length) {
        ObjectNode post = JSON.createObjectNode().put("publication", "P").put("content", "c");
        return post.put(field, "x".repeat(length)).toString();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private boolean schemaTakes(String post) {
        return schema.validate(post, InputFormat.JSON).isEmpty();
    }

    private static boolean codeTakes(String post) {
        try {
            new PostJson(PostJson.DEFAULT_MAX_CONTENT_BYTES)
                    .read(post.getBytes(StandardCharsets.UTF_8), () -> "the-key");
            return true;
        } catch (InvalidPostException e) {
            return false;
        }
    }
}
