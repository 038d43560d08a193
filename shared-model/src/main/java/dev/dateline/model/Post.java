package dev.dateline.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An article as a publication brought it.
 *
 * @param id what makes a repeat a repeat: 1 to 128 of {@code A-Z a-z 0-9 . _ ~ : -}
 * @param publication its name, one-spaced, 1 to 200 UTF-16 units
 * @param content the text to find entities in, not blank; {@link PostJson} bounds its size
 */
public record Post(
        String id,
        String publication,
        String content,
        @Nullable String title,
        @Nullable String url,
        @Nullable String publishedAt) {

    /** The longest name of a publication. */
    public static final int MAX_PUBLICATION_LENGTH = 200;

    /** Bounds what a post weighs beside its content; no title or address that a person wrote is as long. */
    static final int MAX_REMARK_LENGTH = 4_096;

    private static final int MAX_ID_LENGTH = 128;

    public Post {
        Objects.requireNonNull(content);
        requireNone(idProblem(id));
        requireNone(publicationProblem(publication));
        publication = Text.oneSpaced(publication);
    }

    /** What is wrong with an id, or null. */
    static @Nullable String idProblem(@Nullable String id) {
        if (id == null) {
            return "is missing";
        }
        boolean fits = !id.isEmpty() && id.length() <= MAX_ID_LENGTH;
        for (int i = 0; fits && i < id.length(); i++) {
            fits = isOfId(id.charAt(i));
        }
        return fits ? null : "must be 1 to 128 of A-Z a-z 0-9 . _ ~ : -";
    }

    private static boolean isOfId(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "._~:-".indexOf(c) >= 0;
    }

    /** What is wrong with a publication's name, or null. */
    static @Nullable String publicationProblem(@Nullable String name) {
        if (name == null) {
            return "is missing";
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                return "must not hold control characters";
            }
        }
        int length = Text.oneSpaced(name).length();
        return length >= 1 && length <= MAX_PUBLICATION_LENGTH
                ? null
                : "must have 1 to %d characters, not %d".formatted(MAX_PUBLICATION_LENGTH, length);
    }

    private static void requireNone(@Nullable String problem) {
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
    }
}
