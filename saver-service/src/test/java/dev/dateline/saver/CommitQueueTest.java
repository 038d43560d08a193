package dev.dateline.saver;

import static dev.dateline.saver.Tallies.polled;
import static dev.dateline.saver.Tallies.tally;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.PublicationTally;
import dev.dateline.model.TallyJson;
import dev.dateline.store.Position;
import dev.dateline.topics.RecordVersion.UnknownVersionException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitQueueTest {

    private static final String TOPIC = "topic-id";
    private static final Duration LINGER = Duration.ofNanos(100);
    private static final Position LEDGER = new Position(5, TOPIC);

    private final PublicationTally first = tally("The Daily Example", "ann", "bob");
    private final PublicationTally second = tally("The Daily Example", "bob", "eve");

    @Test
    void aCommitGoesFromTheLedgerToWhereTheNextPollBegins() {
        CommitQueue queue = queue(500);
        queue.add(List.of(polled(7, first), polled(8, second)), 10, 0);

        Commit commit = queue.first();

        assertThat(commit.from()).isEqualTo(LEDGER);
        assertThat(commit.to()).isEqualTo(new Position(10, TOPIC));
        assertThat(commit.tallies()).containsExactly(first, second);
        assertThat(commit.deadLetters()).isEmpty();
    }

    @Test
    void aPollOfMarkersAloneIsNoCommit() {
        CommitQueue queue = queue(500);

        queue.add(List.of(), 9, 0);

        assertThat(queue.nanosUntilDue(1_000)).isEqualTo(CommitQueue.NEVER);
    }

    @Test
    void markersAfterTheLastTallyAreTakenAlong() {
        CommitQueue queue = queue(500);
        queue.add(List.of(polled(5, first)), 6, 0);
        queue.add(List.of(), 7, 0);

        assertThat(queue.first().to().offset()).isEqualTo(7);
    }

    @Test
    void aCommitLingersFromItsFirstTallyOn() {
        CommitQueue queue = queue(500);
        queue.add(List.of(polled(5, first)), 6, 1_000);
        queue.add(List.of(polled(6, second)), 7, 1_050);

        assertThat(queue.nanosUntilDue(1_060)).isEqualTo(40);
        assertThat(queue.nanosUntilDue(1_100)).isZero();
    }

    @Test
    void distinctPublicationsAndEntitiesAndTheLedgerAreTheWrites() {
        // The publication, ann, bob, eve and the ledger.
        CommitQueue queue = queue(5);
        queue.add(List.of(polled(5, first), polled(6, second)), 7, 0);

        assertThat(queue.isFull()).isFalse();
        assertThat(queue.first().tallies()).containsExactly(first, second);
    }

    @Test
    void aTallyThatWouldPassTheStoresLimitBeginsTheNextCommit() {
        CommitQueue queue = queue(4);
        queue.add(List.of(polled(5, first), polled(8, second)), 10, 0);

        assertThat(queue.isFull()).isTrue();
        assertThat(queue.nanosUntilDue(0)).isZero();
        assertThat(queue.first()).isEqualTo(new Commit(LEDGER, new Position(6, TOPIC), List.of(first), List.of()));
        queue.removeFirst();
        assertThat(queue.isFull()).isFalse();
        assertThat(queue.first())
                .isEqualTo(new Commit(new Position(6, TOPIC), new Position(10, TOPIC), List.of(second), List.of()));
    }

    @Test
    void theSameWordOfAnotherPublicationIsAnotherWrite() {
        CommitQueue queue = queue(4);
        queue.add(List.of(polled(5, tally("One", "ann")), polled(6, tally("Two", "ann"))), 7, 0);

        assertThat(queue.isFull()).isTrue();
    }

    @Test
    void aCommitOfFewNamesOftenRepeatedIsBoundedInBytes() {
        CommitQueue queue = queue(500);
        int enough = CommitBuilder.MAX_BYTES / TallyJson.write(first).length + 1;
        for (int i = 0; i < enough; i++) {
            queue.add(List.of(polled(5 + i, first)), 6 + i, 0);
        }

        assertThat(queue.isFull()).isTrue();
    }

    @Test
    void whatCannotBeReadIsADeadLetterInItsPlace() {
        CommitQueue queue = queue(500);
        queue.add(List.of(polled(5, first), polled(6, "{".getBytes()), polled(7, second)), 8, 0);

        Commit commit = queue.first();

        assertThat(commit.tallies()).containsExactly(first, second);
        assertThat(commit.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("processed.dlt");
            assertThat(letter.key()).isEqualTo(new byte[] {'k'});
            assertThat(letter.value()).isEqualTo("{".getBytes());
            assertThat(letter.headers().lastHeader("origin.offset").value()).isEqualTo("6".getBytes());
        });
        assertThat(commit.to().offset()).isEqualTo(8);
    }

    @Test
    void aRecordWithoutValueIsADeadLetterToo() {
        CommitQueue queue = queue(500);
        queue.add(List.of(polled(5, (byte[]) null)), 6, 0);

        assertThat(queue.first().deadLetters()).hasSize(1);
    }

    @Test
    void acknowledgedDeadLettersAreNotSentAgain() {
        CommitQueue queue = queue(500);
        queue.add(List.of(polled(5, "{".getBytes())), 6, 0);
        queue.first();

        queue.deadLettersSent();

        assertThat(queue.first()).isEqualTo(new Commit(LEDGER, new Position(6, TOPIC), List.of(), List.of()));
    }

    @Test
    void anotherMajorVersionIsNotADeadLetter() {
        var record = polled(5, first);
        record.headers().add("v", "2".getBytes());

        assertThatThrownBy(() -> queue(500).add(List.of(record), 6, 0)).isInstanceOf(UnknownVersionException.class);
    }

    private static CommitQueue queue(int maxWrites) {
        return new CommitQueue(LEDGER, TOPIC, maxWrites, LINGER);
    }
}
