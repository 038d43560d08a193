package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.saver.MemoryStore.Fault;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerCommitTest {

    private final MemoryStore store = new MemoryStore();
    private final LedgerCommit ledger = new LedgerCommit(store, new PartitionId("processed", 0));
    private final Commit commit =
            new Commit(Position.START, new Position(3, "id"), List.of(Tallies.tally("One", "ann")), List.of());

    @Test
    void aFailureAfterTheCommitHappenedIsNone() {
        store.faults.add(Fault.AFTER_APPLYING);

        assertThat(ledger.apply(commit)).isTrue();
        assertThat(store.applied).hasSize(1);
    }

    @Test
    void aCommitThatHappenedIsNotRepeated() {
        ledger.apply(commit);

        assertThat(ledger.apply(commit)).isTrue();
        assertThat(store.applied).hasSize(1);
    }

    @Test
    void aCommitThatDidNotHappenIsToBeTriedAgain() {
        store.faults.add(Fault.BEFORE_APPLYING);

        assertThatThrownBy(() -> ledger.apply(commit)).isInstanceOf(StoreException.class);
        assertThat(ledger.apply(commit)).isTrue();
        assertThat(store.applied).hasSize(1);
    }

    @Test
    void whileTheLedgerDoesNotAnswerTheOutcomeIsOpen() {
        store.away = true;

        assertThatThrownBy(() -> ledger.apply(commit)).isInstanceOf(StoreException.class);
    }

    @Test
    void aLedgerElsewhereMeansThatSomeoneElseOwnsThePartition() {
        store.position = new Position(2, "id");

        assertThat(ledger.apply(commit)).isFalse();
        assertThat(store.applied).isEmpty();
    }
}
