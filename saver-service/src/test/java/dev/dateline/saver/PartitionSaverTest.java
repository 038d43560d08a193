package dev.dateline.saver;

import static dev.dateline.saver.Tallies.polled;
import static dev.dateline.saver.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.saver.MemoryStore.Fault;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.topics.CannotGoOnException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class PartitionSaverTest implements PartitionSaver.Reader {

    private static final long LINGER = 10;
    private static final long MUCH_LATER = Duration.ofMinutes(1).toNanos();

    private final MemoryStore store = new MemoryStore();
    private final List<ProducerRecord<byte[], byte[]>> deadLetters = new ArrayList<>();
    private final List<Long> seeks = new ArrayList<>();
    private final List<Long> saved = new ArrayList<>();
    private boolean brokerIsAway;
    private final PartitionSaver saver = new PartitionSaver(
            new PartitionId("processed", 0),
            new PartitionSaver.Shared(
                    store, partition -> new TopicRange("id", 0, 100), this::send, Duration.ofNanos(LINGER)),
            this);

    @Test
    void readsNothingBeforeItHasSettledOnTheLedger() {
        store.position = new Position(42, "id");

        assertThat(saver.takesRecords()).isFalse();
        assertThat(saver.nanosUntilDue(0)).isZero();
        saver.step(0);

        assertThat(saver.takesRecords()).isTrue();
        assertThat(seeks).containsExactly(42L);
        assertThat(saved).containsExactly(42L);
    }

    @Test
    void waitsForAStoreThatIsAwayAndSaysSo() {
        store.away = true;

        saver.step(0);

        assertThat(saver.takesRecords()).isFalse();
        assertThat(saver.nanosUntilDue(0)).isEqualTo(Duration.ofMillis(100).toNanos());
        assertThat(saver.trouble()).isEqualTo("processed-0 waits: the store is away");
        store.away = false;
        saver.step(MUCH_LATER);
        assertThat(saver.takesRecords()).isTrue();
        assertThat(saver.trouble()).isNull();
    }

    @Test
    void stopsWhereTopicAndStoreDoNotBelongTogether() {
        store.position = new Position(42, "another");

        assertThatThrownBy(() -> saver.step(0)).isInstanceOf(CannotGoOnException.class);
    }

    @Test
    void appliesWhatWasReadOnceItHasLingered() {
        saver.step(0);
        saver.accept(List.of(polled(0, tally("One", "ann"))), 2, 0);

        assertThat(saver.nanosUntilDue(0)).isEqualTo(LINGER);
        saver.step(LINGER);

        assertThat(store.applied).hasSize(1);
        assertThat(store.position).isEqualTo(new Position(2, "id"));
        assertThat(saved).containsExactly(0L, 2L);
    }

    @Test
    void triesTheIdenticalCommitAgainAndReadsNothingMeanwhile() {
        store.faults.add(Fault.BEFORE_APPLYING);
        saver.step(0);
        saver.accept(List.of(polled(0, tally("One", "ann"))), 1, 0);
        saver.step(LINGER);

        assertThat(saver.takesRecords()).isFalse();
        assertThat(saver.nanosUntilDue(LINGER)).isEqualTo(Duration.ofMillis(100).toNanos());
        saver.step(MUCH_LATER);

        assertThat(store.applied).hasSize(1);
        assertThat(saver.takesRecords()).isTrue();
    }

    @Test
    void dropsWhatItReadWhenSomeoneElseOwnsThePartition() {
        saver.step(0);
        saver.accept(List.of(polled(0, tally("One", "ann"))), 5, 0);
        store.position = new Position(3, "id");
        saver.step(LINGER);

        assertThat(saver.takesRecords()).isFalse();
        saver.step(LINGER);

        assertThat(seeks).containsExactly(0L, 3L);
        assertThat(store.applied).isEmpty();
        assertThat(saver.nanosUntilDue(LINGER)).isEqualTo(CommitQueue.NEVER);
    }

    @Test
    void theLedgerPassesADeadLetterOnlyOnceItIsAcknowledged() {
        brokerIsAway = true;
        saver.step(0);
        saver.accept(List.of(polled(0, "[]".getBytes())), 1, 0);
        saver.step(LINGER);

        assertThat(store.applies).isZero();
        brokerIsAway = false;
        saver.step(MUCH_LATER);

        assertThat(deadLetters).hasSize(1);
        assertThat(store.position.offset()).isEqualTo(1);
    }

    @Test
    void aDeadLetterIsSentOnceHoweverOftenTheStoreIsAsked() {
        store.faults.addAll(List.of(Fault.BEFORE_APPLYING, Fault.BEFORE_APPLYING));
        saver.step(0);
        saver.accept(List.of(polled(0, "[]".getBytes())), 1, 0);
        for (int i = 1; i <= 3; i++) {
            saver.step(i * MUCH_LATER);
        }

        assertThat(deadLetters).hasSize(1);
        assertThat(store.position.offset()).isEqualTo(1);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> letters) {
        if (brokerIsAway) {
            throw new KafkaException("the broker is away");
        }
        deadLetters.addAll(letters);
    }

    @Override
    public void seek(long offset) {
        seeks.add(offset);
    }

    @Override
    public void saved(long offset) {
        saved.add(offset);
    }
}
