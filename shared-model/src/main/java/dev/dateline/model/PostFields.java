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

/** The fields of one post as they are read, and all that is wrong with them. */
final class PostFields {

    static final String CONTENT = "content";

    private static final List<String> REMARKS = List.of("title", "url", "published_at");

    /** In the order of the contract. */
    private static final List<String> NAMES = List.of("publication", CONTENT, "id", "title", "url", "published_at");

    private final Map<String, String> values = new HashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();
    private boolean asTheyCame = true;

    /** Whether a post has such a field. */
    static boolean has(String name) {
        return NAMES.contains(name);
    }

    /** Of a field that occurs twice the last value stands. */
    void put(String name, String value) {
        String text = Text.withoutLoneSurrogates(value);
        boolean isFirst = values.put(name, text) == null;
        asTheyCame &= isFirst && text.equals(value);
    }

    /** A field of another type than a string. */
    void putOther(String name) {
        check(name, "must be a string");
    }

    /** Something that no post needs. */
    void leaveOut() {
        asTheyCame = false;
    }

    /** Whether the post that was made of them holds just what came, so that it need not be written anew. */
    boolean areAllOf(Post post) {
        return asTheyCame && post.publication().equals(values.get("publication"));
    }

    /** See {@link PostJson#read}. */
    Post toPost(Supplier<? extends @Nullable String> idIfMissing, int maxContentBytes) {
        if (!values.containsKey("id") && !isNamed("id")) {
            leaveOut();
            String id = idIfMissing.get();
            if (id != null) {
                values.put("id", id);
            }
        }
        String id = values.get("id");
        String publication = values.get("publication");
        String content = values.get(CONTENT);
        check("id", Post.idProblem(id));
        check("publication", Post.publicationProblem(publication));
        check(CONTENT, contentProblem(content));
        for (String remark : REMARKS) {
            check(remark, remarkProblem(values.get(remark)));
        }
        if (content != null && isOver(content, maxContentBytes)) {
            String message = String.format(Locale.ROOT, "must have at most %,d bytes of UTF-8", maxContentBytes);
            throw new InvalidPostException(Reason.CONTENT_TOO_LARGE, List.of(new FieldProblem(CONTENT, message)));
        }
        if (!problems.isEmpty() || id == null || publication == null || content == null) {
            problems.sort(Comparator.comparingInt(problem -> NAMES.indexOf(problem.field())));
            throw new InvalidPostException(Reason.INVALID_FIELDS, problems);
        }
        return new Post(id, publication, content, values.get("title"), values.get("url"), values.get("published_at"));
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

    private void check(String field, @Nullable String problem) {
        if (problem != null && !isNamed(field)) {
            problems.add(new FieldProblem(field, problem));
        }
    }

    private boolean isNamed(String field) {
        return problems.stream().anyMatch(p -> p.field().equals(field));
    }
}
