package dev.dateline.explorer;

import dev.dateline.model.PublicationKey;
import dev.dateline.store.CountQueries;
import dev.dateline.store.PublicationCount;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds publications as people name them. */
@Component
final class PublicationFinder {

    private final CountQueries queries;

    PublicationFinder(CountQueries queries) {
        this.queries = queries;
    }

    /** @throws UnknownPublicationException if nothing of it was counted */
    PublicationCount find(String nameOrKey) {
        return keyOf(nameOrKey)
                .flatMap(queries::publication)
                // Folding can turn a key into another one, so that a key is also taken as it is.
                .or(() -> queries.publication(new PublicationKey(nameOrKey)))
                .orElseThrow(() -> new UnknownPublicationException(nameOrKey));
    }

    private static Optional<PublicationKey> keyOf(String name) {
        try {
            return Optional.of(PublicationKey.of(name));
        } catch (IllegalArgumentException nothingButSpaceOrTooLong) {
            return Optional.empty();
        }
    }
}
