package dev.dateline.keys;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that the server knows of a key.
 *
 * @param name whose it is; in logs, metrics and limits
 * @param sha256 of the whole key, in lower-case hex: whoever reads it learns no key
 * @param scopes what it opens; only submitting if nothing is said
 * @param from not valid before, if given
 * @param until not valid from then on, if given: two keys that overlap make a rotation
 */
public record ApiKey(
        String name,
        String sha256,
        @Nullable Set<Scope> scopes,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** No underscore: in {@code dl_<name>_<secret>} the name ends at the second. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public ApiKey {
        require(name != null && NAME.matcher(name).matches(), "a key's name must be 1 to 40 of a-z 0-9 -");
        require(
                sha256 != null && SHA_256.matcher(sha256).matches(),
                "the sha256 of the key \"%s\" must be 64 lower-case hex digits".formatted(name));
        require(
                from == null || until == null || from.isBefore(until),
                "the key \"%s\" ends before it begins".formatted(name));
        scopes = scopes == null || scopes.isEmpty() ? EnumSet.of(Scope.SUBMIT) : EnumSet.copyOf(scopes);
    }

    /** Whether it opens anything at this time. */
    public boolean isValid(Instant now) {
        return (from == null || !now.isBefore(from)) && !hasEnded(now);
    }

    /** Whether it will never open anything again. */
    public boolean hasEnded(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** Whether it opens this. */
    public boolean opens(Scope scope) {
        return scopes != null && scopes.contains(scope);
    }

    /** The same key, ending then; where it ended before, it stays so. */
    public ApiKey endingAt(Instant end) {
        return hasEnded(end)
                ? this
                : new ApiKey(name, sha256, scopes, from == null || from.isBefore(end) ? from : null, end);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
