package dev.dateline.model;

import dev.dateline.model.InvalidPostException.FieldProblem;
import dev.dateline.model.InvalidPostException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/** The JSON of the topic {@code posts} and of the gateway: read in one pass, with every wrong field named. */
public final class PostJson {

    /** 256 KiB of UTF-8: about 40,000 words, forty times a long article. */
    public static final int DEFAULT_MAX_CONTENT_BYTES = 256 * 1024;

    private static final String CONTENT = "content";
    private static final List<String> REMARKS = List.of("title", "url", "published_at");

    /** In the order of the contract. */
    private static final List<String> FIELDS = List.of("publication", CONTENT, "id", "title", "url", "published_at");

    private static final JsonFactory JSON = new JsonFactory();

    private final int maxContentBytes;

    /** Reads posts whose content has at most {@code maxContentBytes} bytes in UTF-8. */
    public PostJson(int maxContentBytes) {
        this.maxContentBytes = maxContentBytes;
    }

    /**
     * Reads a post; unknown fields are ignored, lone surrogates become U+FFFD.
     *
     * @param idIfMissing asked for an id when the post has none; may answer null, which leaves it missing
     * @throws InvalidPostException if it is none, naming all that is wrong
     */
    public Post read(byte[] json, Supplier<? extends @Nullable String> idIfMissing) {
        var problems = new ArrayList<FieldProblem>();
        Map<String, String> fields = readFields(json, problems);
        if (!fields.containsKey("id") && !isNamed("id", problems)) {
            String id = idIfMissing.get();
            if (id != null) {
                fields.put("id", id);
            }
        }
        check("id", Post.idProblem(fields.get("id")), problems);
        check("publication", Post.publicationProblem(fields.get("publication")), problems);
        check(CONTENT, contentProblem(fields.get(CONTENT)), problems);
        for (String remark : REMARKS) {
            check(remark, remarkProblem(fields.get(remark)), problems);
        }
        String content = fields.get(CONTENT);
        if (content != null && isOver(content, maxContentBytes)) {
            String message = String.format(Locale.ROOT, "must have at most %,d bytes of UTF-8", maxContentBytes);
            throw new InvalidPostException(Reason.CONTENT_TOO_LARGE, List.of(new FieldProblem(CONTENT, message)));
        }
        String id = fields.get("id");
        String publication = fields.get("publication");
        problems.sort(Comparator.comparingInt(problem -> FIELDS.indexOf(problem.field())));
        if (!problems.isEmpty() || id == null || publication == null || content == null) {
            throw new InvalidPostException(Reason.INVALID_FIELDS, problems);
        }
        return new Post(id, publication, content, fields.get("title"), fields.get("url"), fields.get("published_at"));
    }

    /** The post as UTF-8 JSON. */
    public static byte[] write(Post post) {
        var bytes = new ByteArrayBuilder(post.content().length() + 512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("id", post.id());
            json.writeStringProperty("publication", post.publication());
            json.writeStringProperty(CONTENT, post.content());
            writeIfPresent(json, "title", post.title());
            writeIfPresent(json, "url", post.url());
            writeIfPresent(json, "published_at", post.publishedAt());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void writeIfPresent(JsonGenerator json, String field, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(field, value);
        }
    }

    private static Map<String, String> readFields(byte[] json, List<FieldProblem> problems) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidPostException("expected an object", null);
            }
            var fields = new HashMap<String, String>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readField(parser, fields, problems);
            }
            if (parser.nextToken() != null) {
                throw new InvalidPostException("something follows the object", null);
            }
            return fields;
        } catch (JacksonException e) {
            throw new InvalidPostException(e.getOriginalMessage(), e);
        }
    }

    private static void readField(JsonParser parser, Map<String, String> fields, List<FieldProblem> problems) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!FIELDS.contains(name) || value == JsonToken.VALUE_NULL) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            fields.put(name, Text.withoutLoneSurrogates(parser.getString()));
        } else {
            parser.skipChildren();
            check(name, "must be a string", problems);
        }
    }

    /** Whether the text has more bytes of UTF-8; hardly any has to be counted for it, as a unit makes 3 at most. */
    private static boolean isOver(String text, int bytes) {
        return 3L * text.length() > bytes && Text.utf8Length(text) > bytes;
    }

    private static @Nullable String contentProblem(@Nullable String content) {
        return content == null ? "is missing" : Text.isBlank(content) ? "must not be blank" : null;
    }

    private static @Nullable String remarkProblem(@Nullable String remark) {
        return remark == null || remark.length() <= Post.MAX_REMARK_LENGTH
                ? null
                : String.format(
                        Locale.ROOT,
                        "must have at most %,d characters, not %,d",
                        Post.MAX_REMARK_LENGTH,
                        remark.length());
    }

    private static void check(String field, @Nullable String problem, List<FieldProblem> problems) {
        if (problem != null && !isNamed(field, problems)) {
            problems.add(new FieldProblem(field, problem));
        }
    }

    private static boolean isNamed(String field, List<FieldProblem> problems) {
        return problems.stream().anyMatch(p -> p.field().equals(field));
    }
}
