package dev.dateline.cli.articles;

import dev.dateline.model.InvalidPostException;
import dev.dateline.model.Post;
import dev.dateline.model.PostJson;
import dev.dateline.model.PublicationKey;
import dev.dateline.model.Text;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes articles of fields, by the very rules that the gateway reads posts with. */
final class RowMaker {

    private static final String NO_ID = "-";

    /** Escaped, lone surrogates pass: it is for the reader of posts to replace them. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PostJson posts;

    RowMaker(PostJson posts) {
        this.posts = posts;
    }

    static ObjectNode newFields() {
        return JSON.createObjectNode();
    }

    /** The row that begins at {@code line} and holds these fields of a post. */
    Row row(long line, ObjectNode fields) {
        JsonNode content = fields.get("content");
        if (content == null || content.isString() && Text.isBlank(content.stringValue())) {
            return new Row.WithoutText(line);
        }
        try {
            return new Row.Article(line, post(fields));
        } catch (InvalidPostException e) {
            return new Row.Unusable(line, String.valueOf(e.getMessage()), fields.toString());
        }
    }

    private Post post(ObjectNode fields) {
        Post post = posts.read(JSON.writeValueAsBytes(fields), () -> NO_ID);
        if (fields.has("id")) {
            return post;
        }
        String id = StableId.of(PublicationKey.of(post.publication()), post.content());
        return new Post(id, post.publication(), post.content(), post.title(), post.url(), post.publishedAt());
    }
}
