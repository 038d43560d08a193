package dev.dateline.explorer.counts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dateline.model.EntityType;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityTotal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What begins alike, a moment old: many type the same first letters, which are the dearest to look for. */
public final class Searches {

    /** About 30 KB each at most. */
    private static final int REMEMBERED = 200;

    private final LoadingCache<Question, List<EntityTotal>> answers;

    private record Question(String prefix, @Nullable EntityType type) {}

    /** @param age how old an answer may be */
    public Searches(CountQueries queries, Duration age) {
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(REMEMBERED)
                .build(question -> queries.search(question.prefix, question.type, CountQueries.MAX_FOUND));
    }

    /** The most mentioned entities whose word begins with the prefix, in any case. May block. */
    public List<EntityTotal> find(String prefix, @Nullable EntityType type, int limit) {
        return answers.get(new Question(prefix, type)).stream().limit(limit).toList();
    }
}
