package dev.dateline.explorer;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.dateline.model.EntityCount;
import dev.dateline.store.CountQueries;
import dev.dateline.store.Page;
import dev.dateline.store.PublicationCount;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The first page: publications, the largest first, and whom each writes about. */
@RestController
class PageController {

    private static final int PUBLICATIONS = 50;

    /** As many as fit a line or two. */
    private static final int TOP_NAMES = 8;

    private final CountQueries queries;
    private final Template page;

    PageController(CountQueries queries) throws IOException {
        this.queries = queries;
        this.page = Mustache.compiler()
                .compile(new ClassPathResource("explorer/page.mustache").getContentAsString(StandardCharsets.UTF_8));
    }

    /** What the page shows. */
    record Model(List<Entry> publications, @Nullable URI next) {}

    record Entry(PublicationCount publication, List<EntityCount> names) {}

    @GetMapping(path = "/", produces = "text/html")
    String page(@RequestParam Optional<String> cursor) {
        Page<PublicationCount> publications = queries.publications(cursor.orElse(null), PUBLICATIONS);
        return page.execute(
                new Model(publications.items().stream().map(this::entry).toList(), next(publications.next())));
    }

    private Entry entry(PublicationCount publication) {
        return new Entry(
                publication,
                queries.entities(publication.key(), null, null, TOP_NAMES).items());
    }

    private static @Nullable URI next(@Nullable String cursor) {
        return cursor == null
                ? null
                : UriComponentsBuilder.fromPath("/")
                        .queryParam("cursor", "{cursor}")
                        .build(cursor);
    }
}
