package dev.dateline.model;

import java.nio.charset.StandardCharsets;
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

    /** Longer ones are mostly escapes and white space, and would leave no room for the rest of a record. */
    private static final int MAX_BYTES_AS_THEY_CAME = 1024 * 1024;

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
        return readFields(json).toPost(idIfMissing, maxContentBytes);
    }

    /**
     * Reads a post that is only handed on. Its JSON stays as it came if that says what {@link #write} would, give or take
     * order, escapes and white space; otherwise it is written anew.
     *
     * @param idIfMissing as in {@link #read}
     * @throws InvalidPostException as there
     */
    public EncodedPost encode(byte[] json, Supplier<? extends @Nullable String> idIfMissing) {
        PostFields fields = readFields(json);
        Post post = fields.toPost(idIfMissing, maxContentBytes);
        boolean stays = json.length <= MAX_BYTES_AS_THEY_CAME && fields.areAllOf(post) && isStrict(json);
        return new EncodedPost(post.id(), stays ? json : write(post));
    }

    /** The post as UTF-8 JSON. */
    public static byte[] write(Post post) {
        var bytes = new ByteArrayBuilder(post.content().length() + 512);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringProperty("id", post.id());
            json.writeStringProperty("publication", post.publication());
            json.writeStringProperty(PostFields.CONTENT, post.content());
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

    private static PostFields readFields(byte[] json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidPostException("expected an object", null);
            }
            var fields = new PostFields();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                readField(parser, fields);
            }
            if (parser.nextToken() != null) {
                throw new InvalidPostException("something follows the object", null);
            }
            return fields;
        } catch (JacksonException e) {
            throw new InvalidPostException(e.getOriginalMessage(), e);
        }
    }

    private static void readField(JsonParser parser, PostFields fields) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (!PostFields.has(name) || value == JsonToken.VALUE_NULL) {
            parser.skipChildren();
            fields.leaveOut();
        } else if (value == JsonToken.VALUE_STRING) {
            fields.put(name, parser.getString());
        } else {
            parser.skipChildren();
            fields.putOther(name);
        }
    }

    /**
     * Whether every parser would read this. Ours also takes a byte order mark, UTF-16, whose second byte is a zero here, and bad
     * UTF-8 in places, of which a replacement character is made.
     */
    private static boolean isStrict(byte[] json) {
        return json[0] == '{' && json[1] != 0 && new String(json, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
    }
}
