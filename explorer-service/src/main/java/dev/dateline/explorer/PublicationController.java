package dev.dateline.explorer;

import dev.dateline.explorer.counts.Comparison;
import dev.dateline.explorer.counts.Distinctive;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityOrder;
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
    private final PublicationFinder finder;
    private final Distinctive distinctive;

    PublicationController(CountQueries queries, PublicationFinder finder, Distinctive distinctive) {
        this.queries = queries;
        this.finder = finder;
        this.distinctive = distinctive;
    }

    /** A publication and some of its entities. */
    record EntityPage(
            PublicationCount publication,
            List<EntityCount> items,
            @Nullable String next) {}

    /** A publication and what sets it apart. */
    record DistinctiveEntities(PublicationCount publication, List<Distinctive.Entity> items) {}

    @GetMapping("/publications")
    Page<PublicationCount> publications(
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 1_000) int limit,
            @RequestParam Optional<String> cursor) {
        return queries.publications(Cursors.orNull(cursor), limit);
    }

    @GetMapping("/entities")
    EntityPage entities(
            @RequestParam @Size(min = 1, max = 1_200) String publication,
            @RequestParam(required = false) @Nullable EntityType type,
            @RequestParam(defaultValue = "mentions") EntityOrder order,
            @RequestParam(defaultValue = "50") @Range(min = 1, max = 1_000) int limit,
            @RequestParam Optional<String> cursor) {
        PublicationCount found = finder.find(publication);
        Page<EntityCount> page = queries.entities(found.key(), type, order, Cursors.orNull(cursor), limit);
        return new EntityPage(found, page.items(), page.next());
    }

    @GetMapping("/distinctive")
    DistinctiveEntities distinctive(
            @RequestParam @Size(min = 1, max = 1_200) String publication,
            @RequestParam(required = false) @Nullable EntityType type,
            @RequestParam(defaultValue = "20") @Range(min = 1, max = 200) int limit) {
        PublicationCount found = finder.find(publication);
        return new DistinctiveEntities(
                found, distinctive.of(found.key(), type).stream().limit(limit).toList());
    }

    @GetMapping("/comparison")
    Comparison comparison(
            @RequestParam @Size(min = 2, max = 4) List<String> publication,
            @RequestParam(required = false) @Nullable EntityType type,
            @RequestParam(defaultValue = "15") @Range(min = 1, max = 50) int limit) {
        List<PublicationCount> found =
                publication.stream().map(finder::find).distinct().toList();
        return Comparison.of(queries, found, type, limit);
    }
}
