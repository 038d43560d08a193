package dev.dateline.explorer;

import dev.dateline.explorer.counts.Searches;
import dev.dateline.model.EntityType;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityTotal;
import dev.dateline.store.PublicationCount;
import dev.dateline.store.PublicationEntity;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entities across publications. */
@RestController
@RequestMapping("/api/v1")
class EntityController {

    private final CountQueries queries;
    private final Searches searches;

    EntityController(CountQueries queries, Searches searches) {
        this.queries = queries;
        this.searches = searches;
    }

    record Found(List<EntityTotal> items) {}

    record Mentioning(List<Mentions> items) {}

    /** How often one publication mentions the entity, and how it writes it. */
    record Mentions(PublicationCount publication, long mentions, long articles, String name) {

        static Mentions of(PublicationEntity found) {
            return new Mentions(
                    found.publication(),
                    found.entity().mentions(),
                    found.entity().articles(),
                    found.entity().name());
        }
    }

    @GetMapping("/search")
    Found search(
            @RequestParam @Size(min = 1, max = 1_200) String q,
            @RequestParam(required = false) @Nullable EntityType type,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 200) int limit) {
        return new Found(searches.find(q, type, limit));
    }

    @GetMapping("/entity")
    Mentioning entity(
            @RequestParam EntityType type,
            @RequestParam @Size(min = 1, max = 1_200) String word,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 1_000) int limit) {
        return new Mentioning(queries.acrossPublications(type, word, limit).stream()
                .map(Mentions::of)
                .toList());
    }
}
