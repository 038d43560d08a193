package dev.dateline.benchmarks.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Utils;

/**
 * What savers write for an article if they wait for more to merge: counted by their rules, over articles that come at a steady
 * feed, not measured.
 *
 * @param least rows for an article if a commit had no limit
 * @param limited with commits of as many rows as Firestore takes at once
 */
record LingerCost(Duration linger, double least, double limited) {

    /** Articles a second. */
    static final int FEED = 5;

    static final List<Duration> LINGERS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** What a saver on its own makes the topic with. Merging is within a partition. */
    private static final int PARTITIONS = 16;

    /** Of one commit on Firestore, the ledger's included. */
    private static final int MOST_ROWS = 500;

    private static final int LEDGER = 1;

    /** US dollars for a write: Firestore's list price in its American multi-region; a single region costs half. */
    private static final double PRICE = 0.18 / 100_000;

    static List<LingerCost> of(Sample sample) {
        List<StoreRows> articles = StoreRows.of(sample);
        return LINGERS.stream()
                .map(linger -> new LingerCost(
                        linger,
                        writesPerArticle(articles, linger, Integer.MAX_VALUE),
                        writesPerArticle(articles, linger, MOST_ROWS)))
                .toList();
    }

    /** US dollars for so many articles. */
    double price(int articles) {
        return limited * articles * PRICE;
    }

    /** A commit ends when it has lingered, or when the next article's rows have no room in it. */
    static double writesPerArticle(List<StoreRows> articles, Duration linger, int mostRows) {
        Map<Integer, Commit> open = new HashMap<>();
        double window = linger.toMillis() / 1e3;
        long writes = 0;
        for (int i = 0; i < articles.size(); i++) {
            StoreRows article = articles.get(i);
            double now = (double) i / FEED;
            int partition = partition(article.publication());
            Commit commit = open.computeIfAbsent(partition, any -> new Commit(now));
            if (now - commit.begin >= window || !commit.hasRoomFor(article, mostRows)) {
                writes += commit.writes();
                commit = new Commit(now);
                open.put(partition, commit);
            }
            commit.rows.addAll(article.rows());
        }
        writes += open.values().stream().mapToLong(Commit::writes).sum();
        return (double) writes / articles.size();
    }

    /** As Kafka's producer chooses it. */
    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    private static final class Commit {

        private final double begin;
        private final Set<String> rows = new HashSet<>();

        Commit(double begin) {
            this.begin = begin;
        }

        boolean hasRoomFor(StoreRows article, int mostRows) {
            long added =
                    article.rows().stream().filter(row -> !rows.contains(row)).count();
            return rows.isEmpty() || rows.size() + added + LEDGER <= mostRows;
        }

        long writes() {
            return rows.size() + LEDGER;
        }
    }
}
