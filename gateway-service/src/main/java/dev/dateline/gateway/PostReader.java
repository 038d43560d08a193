package dev.dateline.gateway;

import com.fasterxml.uuid.NoArgGenerator;
import dev.dateline.model.EncodedPost;
import dev.dateline.model.InvalidPostException;
import dev.dateline.model.PostJson;
import org.jspecify.annotations.Nullable;

/** Bytes to posts. */
final class PostReader {

    private final PostJson json;
    private final NoArgGenerator ids;

    PostReader(PostJson json, NoArgGenerator ids) {
        this.json = json;
        this.ids = ids;
    }

    /**
     * Reads a post, which gets an id if it has none.
     *
     * @throws Refusal if it is none
     */
    EncodedPost read(byte[] bytes) {
        return read(bytes, null);
    }

    /**
     * Reads a post that goes by this id, if one is given.
     *
     * @throws Refusal if it is none, or has another id
     */
    EncodedPost read(byte[] bytes, @Nullable String id) {
        EncodedPost post;
        try {
            post = json.encode(bytes, () -> id == null ? ids.generate().toString() : id);
        } catch (InvalidPostException e) {
            throw Refusal.invalid(e);
        }
        if (id != null && !id.equals(post.id())) {
            throw Refusal.differentIds();
        }
        return post;
    }
}
