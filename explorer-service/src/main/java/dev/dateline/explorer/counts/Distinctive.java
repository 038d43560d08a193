package dev.dateline.explorer.counts;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dateline.model.EntityCount;
import dev.dateline.model.EntityType;
import dev.dateline.model.PublicationKey;
import dev.dateline.store.CountQueries;
import dev.dateline.store.EntityId;
import dev.dateline.store.EntityOrder;
import dev.dateline.store.Totals;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds what sets a publication apart. */
public final class Distinctive {

    /**
     * How many of its most mentioned entities are looked at. What is mentioned less is seldom surely special enough to
     * come first, and on Firestore each costs two reads.
     */
    static final int CANDIDATES = 200;

    /** About 20 KB each. */
    private static final int REMEMBERED = 500;

    private final CountQueries queries;
    private final Supplier<Totals> totals;
    private final LoadingCache<Question, List<Entity>> answers;

    private record Question(PublicationKey key, @Nullable EntityType type) {}

    /**
     * An entity that a publication writes about more than the others do.
     *
     * @param everywhere mentions by all publications, this one included
     * @param ratio how many times the others' odds its odds are, drawn towards 1 where little is known
     * @param z what the list is ranked by, see {@link LogOdds}
     */
    public record Entity(
            EntityType type,
            String word,
            String name,
            long mentions,
            long articles,
            long everywhere,
            double ratio,
            double z) {}

    /**
     * Asks for what is not known yet.
     *
     * @param totals of all publications, a moment old: they are dear where they are summed anew
     * @param age how old an answer may be
     */
    public Distinctive(CountQueries queries, Supplier<Totals> totals, Duration age) {
        this.queries = queries;
        this.totals = totals;
        this.answers = Caffeine.newBuilder()
                .expireAfterWrite(age)
                .maximumSize(REMEMBERED)
                .build(this::find);
    }

    /** The entities, the one that is surest to be special first; none if nothing is. */
    public List<Entity> of(PublicationKey key, @Nullable EntityType type) {
        return answers.get(new Question(key, type));
    }

    private List<Entity> find(Question question) {
        List<EntityCount> candidates = queries.entities(
                        question.key, question.type, EntityOrder.MENTIONS, null, CANDIDATES)
                .items();
        long allHere = queries.mentions(question.key);
        // What is counted meanwhile is in the sums over all: none is smaller than the part that was read before it.
        List<Long> everywhere =
                queries.mentionsEverywhere(candidates.stream().map(EntityId::of).toList());
        long all = totals.get().mentions();
        return IntStream.range(0, candidates.size())
                .mapToObj(i -> entity(candidates.get(i), allHere, everywhere.get(i), Math.max(all, allHere)))
                .filter(entity -> entity.z > 0)
                .sorted(Comparator.comparingDouble(Entity::z).reversed())
                .toList();
    }

    private static Entity entity(EntityCount count, long allHere, long everywhere, long all) {
        long atLeast = Math.max(everywhere, count.mentions());
        LogOdds odds = LogOdds.of(count.mentions(), allHere, atLeast, all);
        return new Entity(
                count.type(),
                count.word(),
                count.name(),
                count.mentions(),
                count.articles(),
                atLeast,
                Math.exp(odds.ratio()),
                odds.z());
    }
}
