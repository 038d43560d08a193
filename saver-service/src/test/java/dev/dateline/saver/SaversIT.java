package dev.dateline.saver;

import static dev.dateline.saver.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.PublicationTally;
import dev.dateline.saver.MemoryStore.Fault;
import dev.dateline.store.CountQueries;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreOpener;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaversIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** After SIGTERM a service is gone by then. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Supplier<Fault> NO_FAULTS = () -> Fault.NOTHING;

    private final List<Savers> started = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private TestBroker broker;
    private StoreSettings settings;
    private CountStore ledger;
    private CountQueries queries;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        broker = TestBroker.withNewTopics();
        settings = new StoreSettings(StoreSettings.Type.SQLITE, folder.resolve("test.db"), null, null);
        ledger = Stores.openToWrite(settings);
        queries = Stores.openToRead(settings);
    }

    @AfterEach
    void close() {
        started.forEach(Savers::stop);
        queries.close();
        ledger.close();
    }

    @Test
    void everythingCommittedIsCountedOnce() throws Exception {
        Counts sent = send(new Random(1), 40);
        start(NO_FAULTS);

        awaitCounted(sent);
        for (int partition = 0; partition < TestBroker.PARTITIONS; partition++) {
            assertThat(ledger.position(new PartitionId("processed", partition)).topicId())
                    .isEqualTo(broker.topicId());
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void savingGoesOnFromTheLedgerAfterARestart() throws Exception {
        Counts sent = Counts.none();
        for (int i = 0; i < 3; i++) {
            send(new Random(i), 10)
                    .values()
                    .forEach((name, count) -> sent.values().merge(name, count, Long::sum));
            Savers savers = start(NO_FAULTS);
            awaitCounted(sent);
            savers.stop();
        }

        assertThat(Counts.in(queries)).isEqualTo(sent);
    }

    @Test
    void aFailingStoreLosesAndDoublesNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Fault[] faults = {Fault.NOTHING, Fault.NOTHING, Fault.BEFORE_APPLYING, Fault.AFTER_APPLYING};
        Counts sent = send(new Random(seed), 40);
        start(() -> faults[random.nextInt(faults.length)]);

        awaitCounted(sent);
        assertThat(failures).as("seed %d", seed).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsWaitedForAndShowsInHealth() throws Exception {
        var isAway = new AtomicBoolean(true);
        Counts sent = send(new Random(2), 10);
        Savers savers = start(() -> isAway.get() ? Fault.BEFORE_APPLYING : Fault.NOTHING);
        await().atMost(PATIENCE).until(() -> String.valueOf(savers.trouble()).contains("made to fail"));

        isAway.set(false);

        awaitCounted(sent);
        await().atMost(PATIENCE).until(() -> savers.trouble() == null);
    }

    @Test
    void saversThatComeAndGoLoseAndDoubleNothing() throws Exception {
        Counts sent = Counts.none();
        Savers first = start(NO_FAULTS);
        Savers second = null;
        for (int i = 0; i < 4; i++) {
            send(new Random(i), 10)
                    .values()
                    .forEach((name, count) -> sent.values().merge(name, count, Long::sum));
            if (i == 0) {
                second = start(NO_FAULTS);
            } else if (i == 1) {
                first.stop();
            } else if (i == 2) {
                start(NO_FAULTS);
                second.stop();
            }
        }

        awaitCounted(sent);
        assertThat(failures).isEmpty();
    }

    @Test
    void markersAndAbortedBatchesAloneAreNotWrittenToTheStore() throws Exception {
        broker.commit(0, tally("One", "ann"));
        FaultyStore store = new FaultyStore(Stores.openToWrite(settings), NO_FAULTS);
        start(store);
        awaitCounted(Counts.of(tally("One", "ann")));
        Position saved = ledger.position(new PartitionId("processed", 0));

        broker.abort(0, tally("One", "never"));
        broker.abort(1, tally("One", "never"));
        broker.commit(2, tally("Two", "bob"));

        awaitCounted(Counts.of(tally("One", "ann"), tally("Two", "bob")));
        assertThat(store.applied()).isEqualTo(2);
        assertThat(ledger.position(new PartitionId("processed", 0))).isEqualTo(saved);
        assertThat(ledger.position(new PartitionId("processed", 1))).isEqualTo(Position.START);
        broker.commit(0, tally("One", "eve"));
        awaitCounted(Counts.of(tally("One", "ann"), tally("Two", "bob"), tally("One", "eve")));
    }

    @Test
    void theLedgerStandsWhereTheTopicEndsAndTheGroupWhereTheLedgerStands() throws Exception {
        broker.commit(3, tally("One", "ann"));
        start(NO_FAULTS);

        awaitCounted(Counts.of(tally("One", "ann")));
        // The record and its transaction's marker.
        assertThat(broker.end(3)).isEqualTo(2);
        assertThat(ledger.position(new PartitionId("processed", 3))).isEqualTo(new Position(2, broker.topicId()));
        await().atMost(PATIENCE).until(() -> broker.groupOffset(3) == 2);
    }

    @Test
    void whatCannotBeReadIsADeadLetterAndTheLedgerPassesIt() throws Exception {
        broker.commit(0, "{\"publication\": 1}");
        broker.commit(1, tally("One", "ann"));
        broker.commit(1, "not JSON");
        broker.commit(1, tally("One", "bob"));
        start(NO_FAULTS);

        awaitCounted(Counts.of(tally("One", "ann"), tally("One", "bob")));
        await().atMost(PATIENCE)
                .until(() -> ledger.position(new PartitionId("processed", 0)).offset() == 2);
        assertThat(ledger.position(new PartitionId("processed", 1)).offset()).isEqualTo(6);
        assertThat(broker.deadLetters())
                .extracting(letter -> new String(letter.value()))
                .containsExactlyInAnyOrder("{\"publication\": 1}", "not JSON");
        assertThat(broker.deadLetters()).allSatisfy(letter -> {
            assertThat(letter.key()).isEqualTo("k".getBytes());
            assertThat(letter.headers())
                    .extracting(Header::key)
                    .contains("cause", "origin.topic", "origin.partition", "origin.offset", "origin.timestamp");
        });
    }

    @Test
    void aRecordOfAnotherMajorVersionStopsTheSaver() throws Exception {
        var record = Tallies.toSend(0, tally("One", "ann"));
        record.headers().remove("v").add("v", "2".getBytes());
        broker.commit(List.of(record));
        start(NO_FAULTS);

        assertThat(awaitFailure()).hasMessageContaining("processed-0 holds a record of version \"2\" at offset 0");
        assertThat(broker.deadLetters()).isEmpty();
    }

    @Test
    void aTopicMadeAnewStopsTheSaver() {
        ledger.apply(new PartitionId("processed", 0), Position.START, new Position(1, "another"), List.of());
        start(NO_FAULTS);

        assertThat(awaitFailure()).hasMessageContaining("belongs to another topic (id another)");
    }

    @Test
    void aTopicMadeAnewStopsARunningSaver() throws Exception {
        broker.commit(0, tally("One", "ann"));
        start(NO_FAULTS);
        awaitCounted(Counts.of(tally("One", "ann")));

        TestBroker.withNewTopics();

        assertThat(awaitFailure()).hasMessageContaining("belongs to another topic");
    }

    @Test
    void aTopicThatEndsBeforeTheLedgerStopsTheSaver() throws Exception {
        broker.commit(0, tally("One", "ann"));
        ledger.apply(new PartitionId("processed", 0), Position.START, new Position(3, broker.topicId()), List.of());
        start(NO_FAULTS);

        assertThat(awaitFailure()).hasMessageContaining("processed-0 stands at 3, but the topic ends at 2");
    }

    @Test
    void aTopicThatBeginsAfterTheLedgerStopsTheSaver() throws Exception {
        broker.commit(0, tally("One", "ann"), tally("One", "bob"));
        broker.deleteBefore(0, 1);
        start(NO_FAULTS);

        assertThat(awaitFailure()).hasMessageContaining("processed-0 stands at 0, but the topic begins at 1");
        assertThat(Counts.in(queries)).isEqualTo(Counts.none());
    }

    @Test
    void whatIsGoneBeforeItWasReadStopsARunningSaver() throws Exception {
        var isAway = new AtomicBoolean();
        broker.commit(0, tally("One", "ann"));
        Savers savers = start(() -> isAway.get() ? Fault.BEFORE_APPLYING : Fault.NOTHING);
        awaitCounted(Counts.of(tally("One", "ann")));
        isAway.set(true);
        broker.commit(0, tally("One", "bob"));
        await().atMost(PATIENCE).until(() -> savers.trouble() != null);
        // The first of these may be on its way to the consumer already, the second is not.
        broker.commit(0, tally("One", "eve"));
        broker.commit(0, tally("One", "joe"));
        broker.commit(0, tally("One", "zoe"));
        broker.deleteBefore(0, 8);
        isAway.set(false);

        assertThat(awaitFailure()).hasMessageContaining("but the topic begins at 8");
    }

    @Test
    void endsWithinSecondsWhileTheStoreDoesNotAnswer() {
        var isAsked = new CountDownLatch(1);
        Savers savers = start(() -> {
            isAsked.countDown();
            return waitForever();
        });
        await().atMost(PATIENCE).until(() -> isAsked.getCount() == 0);
        long begin = System.nanoTime();

        savers.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(GRACE);
        assertThat(failures).isEmpty();
    }

    /** Until interrupted, as a store's call does. */
    private static Fault waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Fault.BEFORE_APPLYING;
    }

    /** Transactions over all partitions, each tenth aborted; returns what counts. */
    private Counts send(Random random, int transactions) {
        Counts counts = Counts.none();
        for (int i = 0; i < transactions; i++) {
            int partition = random.nextInt(TestBroker.PARTITIONS);
            PublicationTally[] tallies = IntStream.range(0, 1 + random.nextInt(5))
                    .mapToObj(n -> tally("Paper " + random.nextInt(7), "ann " + random.nextInt(9), "bob"))
                    .toArray(PublicationTally[]::new);
            if (i % 10 == 9) {
                broker.abort(partition, tallies);
            } else {
                broker.commit(partition, tallies);
                List.of(tallies).forEach(counts::add);
            }
        }
        return counts;
    }

    private Savers start(Supplier<Fault> faults) {
        return start(new FaultyStore(Stores.openToWrite(settings), faults));
    }

    private Savers start(CountStore store) {
        var savers = new Savers(
                broker.clients(),
                new StoreOpener<>(() -> store),
                TestBroker.SIZES,
                1,
                Duration.ofMillis(20),
                failures::add);
        started.add(savers);
        savers.start();
        return savers;
    }

    private void awaitCounted(Counts expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Counts.in(queries)).isEqualTo(expected));
    }

    private Throwable awaitFailure() {
        return await().atMost(PATIENCE).until(failures::peek, failure -> failure != null);
    }
}
