package dev.dateline.store;

import static dev.dateline.store.Samples.crowd;
import static dev.dateline.store.Samples.person;
import static dev.dateline.store.Samples.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.PublicationTally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every store promises to those who write. */
public abstract class CountStoreContract {

    protected static final PartitionId PARTITION = new PartitionId("processed", 3);

    private static final List<PublicationTally> THREE_ARTICLES =
            List.of(tally("The Daily Example", 3, person("Ada Lovelace", 5)));

    private final List<AutoCloseable> open = new ArrayList<>();

    protected StoreSettings settings;
    protected CountStore store;
    protected CountQueries counts;

    /** Of an empty store. */
    protected abstract StoreSettings settings() throws Exception;

    @BeforeEach
    void open() throws Exception {
        settings = settings();
        store = openToWrite();
        counts = Stores.openToRead(settings);
        open.add(counts);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable opened : open) {
            opened.close();
        }
    }

    @Test
    void aPartitionStartsAtZero() {
        assertThat(store.position(PARTITION)).isEqualTo(Position.START);
        assertThat(counts.position(PARTITION)).isEqualTo(Position.START);
    }

    @Test
    void countsAndPositionMoveTogether() {
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);

        assertThat(store.position(PARTITION)).isEqualTo(at(10));
        assertThat(counts.position(PARTITION)).isEqualTo(at(10));
        assertCounted(3, 5);
    }

    @Test
    void aCommitWritesEachRowOnceAndSaysHowMany() {
        int writes = store.apply(
                PARTITION,
                Position.START,
                at(3),
                List.of(
                        tally("The Daily Example", 1, person("Ada Lovelace", 2), person("Alan Turing", 1)),
                        tally("The Daily Example", 1, person("Ada Lovelace", 3)),
                        tally("The Hill", 1)));

        // Two publications, two entities, the ledger.
        assertThat(writes).isEqualTo(5);
        assertCounted(3, 6);
    }

    @Test
    void laterCommitsAddUp() {
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);
        store.apply(PARTITION, at(10), at(11), THREE_ARTICLES);
        store.apply(PARTITION, at(11), at(50), THREE_ARTICLES);

        assertThat(store.position(PARTITION)).isEqualTo(at(50));
        assertCounted(9, 15);
    }

    @Test
    void talliesOfOneCommitAddUp() {
        store.apply(
                PARTITION,
                Position.START,
                at(10),
                List.of(
                        tally("The Daily Example", 3, person("Ada Lovelace", 5)),
                        tally("Another", 1),
                        tally("THE DAILY EXAMPLE", 2, person("Ada LOVELACE", 1), person("Alan Turing", 2))));

        assertCounted(6, 8);
    }

    @Test
    void aRangeOfOffsetsIsAppliedOnceHoweverOftenItIsAskedFor() {
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);
        assertStale(store, Position.START, at(10));
        store.apply(PARTITION, at(10), at(20), THREE_ARTICLES);
        assertStale(store, Position.START, at(10));
        assertStale(store, at(10), at(20));

        assertThat(store.position(PARTITION)).isEqualTo(at(20));
        assertCounted(6, 10);
    }

    @Test
    void aCommitFromAnywhereButThePositionChangesNothing() {
        assertStale(store, at(5), at(10));
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);
        assertStale(store, at(11), at(20));
        assertStale(store, at(9), at(20));

        assertThat(store.position(PARTITION)).isEqualTo(at(10));
        assertCounted(3, 5);
    }

    @Test
    void anOffsetOfAnotherTopicIsAnotherPosition() {
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);

        assertStale(store, new Position(10, "made-anew"), new Position(20, "made-anew"));
        assertCounted(3, 5);
    }

    @Test
    void offsetZeroIsTheStartOfAnyTopic() {
        store.apply(PARTITION, new Position(0, "any"), at(10), THREE_ARTICLES);

        assertThat(store.position(PARTITION)).isEqualTo(at(10));
    }

    @Test
    void aLedgerOnlyMovesForwardInOneTopic() {
        assertThatThrownBy(() -> store.apply(PARTITION, at(10), at(10), THREE_ARTICLES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.apply(PARTITION, at(10), at(9), THREE_ARTICLES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.apply(PARTITION, at(10), new Position(20, "made-anew"), THREE_ARTICLES))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePositionMovesWithoutTalliesToo() {
        store.apply(PARTITION, Position.START, at(10), List.of());
        store.apply(PARTITION, at(10), at(12), List.of());

        assertThat(store.position(PARTITION)).isEqualTo(at(12));
        assertCounted(0, 0);
    }

    @Test
    void eachPartitionHasItsOwnPosition() {
        var other = new PartitionId("processed", 13);
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);
        store.apply(other, Position.START, at(7), THREE_ARTICLES);

        assertThat(store.position(PARTITION)).isEqualTo(at(10));
        assertThat(store.position(other)).isEqualTo(at(7));
        assertCounted(6, 10);
    }

    @Test
    void anotherWriterGoesOnWhereTheFirstStopped() {
        store.apply(PARTITION, Position.START, at(10), THREE_ARTICLES);
        CountStore another = openToWrite();

        another.apply(PARTITION, at(10), at(20), THREE_ARTICLES);
        assertStale(store, at(10), at(20));
        assertThat(store.position(PARTITION)).isEqualTo(at(20));
        store.apply(PARTITION, at(20), at(30), THREE_ARTICLES);

        assertThat(another.position(PARTITION)).isEqualTo(at(30));
        assertCounted(9, 15);
    }

    @Test
    void ofTwoWritersAtTheSamePositionOneWins() throws Exception {
        CountStore another = openToWrite();
        Position from = Position.START;
        for (int round = 1; round <= 5; round++) {
            Position start = from;
            Position to = at(10 * round);

            assertThat(atOnce(
                            () -> wins(store, start, to), () -> wins(another, start, to), () -> wins(store, start, to)))
                    .containsOnlyOnce(true);
            assertThat(counts.position(PARTITION)).isEqualTo(to);
            from = to;
        }
        assertCounted(15, 25);
    }

    @Test
    @Timeout(60)
    void partitionsAreWrittenAtOnce() throws Exception {
        CountStore another = openToWrite();

        atOnce(
                () -> applyFiveTimes(store, new PartitionId("processed", 0)),
                () -> applyFiveTimes(store, new PartitionId("processed", 1)),
                () -> applyFiveTimes(another, new PartitionId("processed", 2)));

        assertCounted(45, 75);
    }

    @Test
    void aCommitHasAtMostMaxWrites() {
        int largest = store.maxWrites() - 2;

        assertThat(store.maxWrites()).isGreaterThanOrEqualTo(402);
        assertThatThrownBy(
                        () -> store.apply(PARTITION, Position.START, at(10), crowd("The Daily Example", largest + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        store.apply(PARTITION, Position.START, at(10), crowd("The Daily Example", largest));
        store.apply(PARTITION, at(10), at(20), crowd("The Daily Example", largest));

        assertCounted(2, 2 * largest);
    }

    protected static Position at(long offset) {
        return new Position(offset, "topic-id");
    }

    /** Counts these as the next record of the partition. */
    protected void count(PublicationTally... tallies) {
        count(List.of(tallies));
    }

    protected void count(Collection<PublicationTally> tallies) {
        Position from = store.position(PARTITION);
        store.apply(PARTITION, from, at(from.offset() + 1), tallies);
    }

    protected CountStore openToWrite() {
        CountStore opened = Stores.openToWrite(settings);
        open.add(opened);
        return opened;
    }

    /** As someone sees them who has just come: totals may be a second old. */
    protected Totals totals() {
        try (CountQueries fresh = Stores.openToRead(settings)) {
            return fresh.totals();
        }
    }

    private void assertCounted(long articles, long mentions) {
        Totals totals = totals();
        assertThat(totals.articles()).isEqualTo(articles);
        assertThat(totals.mentions()).isEqualTo(mentions);
    }

    private static void assertStale(CountStore store, Position from, Position to) {
        assertThatThrownBy(() -> store.apply(PARTITION, from, to, THREE_ARTICLES))
                .isInstanceOf(StalePositionException.class);
    }

    private static boolean wins(CountStore store, Position from, Position to) {
        try {
            store.apply(PARTITION, from, to, THREE_ARTICLES);
            return true;
        } catch (StalePositionException e) {
            return false;
        }
    }

    /** As the saver does: after a failure the ledger tells whether it happened. */
    private static boolean applyFiveTimes(CountStore store, PartitionId partition) {
        for (Position from = store.position(partition); from.offset() < 5; from = store.position(partition)) {
            try {
                store.apply(partition, from, at(from.offset() + 1), THREE_ARTICLES);
            } catch (StoreException e) {
                // The next round asks.
            }
        }
        return true;
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.length);
        try {
            var start = new CyclicBarrier(tasks.length);
            var results = new ArrayList<Future<T>>();
            for (Callable<T> task : tasks) {
                results.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            var values = new ArrayList<T>();
            for (Future<T> result : results) {
                values.add(result.get());
            }
            return values;
        } finally {
            threads.shutdownNow();
        }
    }
}
