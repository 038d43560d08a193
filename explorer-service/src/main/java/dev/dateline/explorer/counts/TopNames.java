package dev.dateline.explorer.counts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityOrder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a card shows of a publication, a moment old: however many look, the store is asked once in a while. */
public final class TopNames {

    /** Of each type, enough for a picture. */
    static final int OF_EACH_TYPE = 12;

    /** About 8 KB each. */
    private static final int REMEMBERED = 2_000;

    private final CountQueries queries;
    private final LoadingCache<PublicationKey, List<EntityCount>> names;

    /** @param age how old an answer may be */
    public TopNames(CountQueries queries, Duration age) {
        this.queries = queries;
        this.names = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(REMEMBERED)
                .build(this::read);
    }

    /** A publication's most mentioned entities, as many of each type, the most mentioned first in each. May block. */
    public List<EntityCount> of(PublicationKey key) {
        return names.get(key);
    }

    private List<EntityCount> read(PublicationKey key) {
        return Stream.of(EntityType.values())
                .flatMap(type -> queries.entities(key, type, EntityOrder.MENTIONS, null, OF_EACH_TYPE).items().stream())
                .toList();
    }
}
