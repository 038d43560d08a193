package dev.dateline.explorer;

import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.CountQueries;
import dev.dateline.store.Page;
import dev.dateline.store.PublicationCount;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publications, and what each writes about. */
@RestController
@RequestMapping("/api/v1")
class PublicationController {

    private final CountQueries queries;

    PublicationController(CountQueries queries) {
        this.queries = queries;
    }

    /** A publication and some of its entities. */
    record EntityPage(
            PublicationCount publication,
            List<EntityCount> items,
            @Nullable String next) {}

    @GetMapping("/publications")
    Page<PublicationCount> publications(
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 1_000) int limit,
            @RequestParam Optional<String> cursor) {
        return queries.publications(orNull(cursor), limit);
    }

    @GetMapping("/entities")
    EntityPage entities(
            @RequestParam @Size(min = 1, max = 1_200) String publication,
            @RequestParam(required = false) @Nullable EntityType type,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 1_000) int limit,
            @RequestParam Optional<String> cursor) {
        PublicationCount found = find(publication);
        Page<EntityCount> page = queries.entities(found.key(), type, orNull(cursor), limit);
        return new EntityPage(found, page.items(), page.next());
    }

    private PublicationCount find(String nameOrKey) {
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

    private static @Nullable String orNull(Optional<String> cursor) {
        return cursor.filter(c -> !c.isEmpty()).orElse(null);
    }
}
