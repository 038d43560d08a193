package dev.dateline.explorer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Cursors as addresses carry them. */
final class Cursors {

    private Cursors() {}

    /** None where it is missing or empty: a form sends its empty fields too. */
    static @Nullable String orNull(Optional<String> cursor) {
        return cursor.filter(c -> !c.isEmpty()).orElse(null);
    }
}
