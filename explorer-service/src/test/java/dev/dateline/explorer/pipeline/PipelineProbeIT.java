package dev.dateline.explorer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.Topics;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PipelineProbeIT {

    private final Map<PartitionId, Position> ledger = new ConcurrentHashMap<>();
    private final AtomicInteger ledgerQuestions = new AtomicInteger();
    private final Broker broker = new Broker();
    private final PipelineProbe probe = new PipelineProbe(broker.settings(), broker.settings(), partition -> {
        ledgerQuestions.incrementAndGet();
        return ledger.getOrDefault(partition, Position.START);
    });

    @BeforeEach
    void makeTopicsAnew() throws Exception {
        broker.makeTopicsAnew();
        broker.extractedUpTo(0, 0);
        broker.extractedUpTo(1, 0);
    }

    @AfterEach
    void close() {
        probe.close();
        broker.close();
    }

    @Test
    void nothingAcceptedIsDrained() {
        assertThat(probe.look()).isEqualTo(new PipelineState(0, 0, 0, 0));
        assertThat(probe.look().drained()).isTrue();
    }

    @Test
    void postsWaitUntilTheExtractorsOffsetPassesThem() throws Exception {
        broker.send(Topics.POSTS, 0, 3);
        broker.send(Topics.POSTS, 1, 2);
        broker.extractedUpTo(0, 1);

        assertThat(probe.look()).isEqualTo(new PipelineState(5, 4, 0, 0));
        assertThat(probe.look().drained()).isFalse();
        broker.extractedUpTo(0, 3);
        broker.extractedUpTo(1, 2);
        assertThat(probe.look()).isEqualTo(new PipelineState(5, 0, 0, 0));
    }

    @Test
    void talliesWaitUntilTheLedgerPassesThem() throws Exception {
        broker.commit(Topics.PROCESSED, 0, 2);
        broker.commit(Topics.PROCESSED, 1, 1);

        assertThat(probe.look().waitingToBeSaved()).isEqualTo(3);
        savedUpTo(0, 1);
        assertThat(probe.look().waitingToBeSaved()).isEqualTo(2);
        savedUpTo(0, 2);
        savedUpTo(1, 1);
        assertThat(probe.look().drained()).isTrue();
    }

    @Test
    void markersAndAbortedRecordsAtTheEndWaitForNobody() throws Exception {
        broker.commit(Topics.PROCESSED, 0, 2);
        savedUpTo(0, 2);
        broker.abort(Topics.PROCESSED, 0, 700);
        broker.abort(Topics.PROCESSED, 1, 1);
        broker.send(Topics.POSTS, 0, 1);
        broker.extractedUpTo(0, 1);
        broker.abort(Topics.POSTS, 0, 3);
        broker.abort(Topics.POSTS, 1, 3);

        PipelineState state = probe.look();

        assertThat(state.waitingForExtraction()).isZero();
        assertThat(state.waitingToBeSaved()).isZero();
        assertThat(state.drained()).isTrue();
    }

    @Test
    void whatIsUndecidedIsNotDrained() {
        try (Producer<String, String> undecided = broker.begin(Topics.PROCESSED, 0, 3)) {
            assertThat(probe.look().waitingToBeSaved()).isEqualTo(3);

            undecided.commitTransaction();
            assertThat(probe.look().waitingToBeSaved()).isEqualTo(3);
        }
        try (Producer<String, String> undecided = broker.begin(Topics.POSTS, 1, 2)) {
            assertThat(probe.look().waitingForExtraction()).isEqualTo(2);

            undecided.abortTransaction();
            assertThat(probe.look().waitingForExtraction()).isZero();
        }
    }

    @Test
    void manyAreCountedByOffsetsAtFirstAndExactlyInTheEnd() {
        broker.commit(Topics.PROCESSED, 0, 600);
        broker.commit(Topics.PROCESSED, 0, 400);

        assertThat(probe.look().waitingToBeSaved()).isBetween(1000L, 1002L);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(probe.look().waitingToBeSaved()).isEqualTo(1000));
    }

    @Test
    void whatComesWhileItIsAskedIsCountedToo() {
        for (int round = 1; round <= 5; round++) {
            broker.commit(Topics.PROCESSED, 0, 1);
            broker.commit(Topics.PROCESSED, 1, 30);

            assertThat(probe.look().waitingToBeSaved()).isEqualTo(31L * round);
        }
    }

    @Test
    void deadLettersAreCountedWithoutTheMarkersOfTheirTransactions() {
        broker.commit(Topics.POSTS_DEAD, 0, 2);
        broker.commit(Topics.POSTS_DEAD, 0, 1);
        broker.abort(Topics.POSTS_DEAD, 1, 5);
        broker.send(Topics.PROCESSED_DEAD, 1, 1);

        assertThat(probe.look()).isEqualTo(new PipelineState(0, 0, 0, 4));
        broker.commit(Topics.POSTS_DEAD, 0, 1);
        assertThat(probe.look().deadLetters()).isEqualTo(5);
    }

    @Test
    void aLedgerOfATopicThatWasMadeAnewSavedNothing() throws Exception {
        ledger.put(new PartitionId(Topics.PROCESSED, 0), new Position(2, "another topic's id"));
        broker.commit(Topics.PROCESSED, 0, 2);

        assertThat(probe.look().waitingToBeSaved()).isEqualTo(2);
    }

    @Test
    void aLedgerBeyondTheEndOfItsTopicIsNotDrained() throws Exception {
        broker.commit(Topics.PROCESSED, 0, 2);
        savedUpTo(0, 40);

        assertThat(probe.look().drained()).isFalse();
    }

    @Test
    void anIdlePipelineCostsNoQuestionsToTheStore() throws Exception {
        broker.commit(Topics.PROCESSED, 0, 2);
        savedUpTo(0, 2);
        probe.look();
        int questions = ledgerQuestions.get();

        probe.look();
        assertThat(ledgerQuestions).hasValue(questions);
        broker.commit(Topics.PROCESSED, 0, 1);
        assertThat(probe.look().waitingToBeSaved()).isEqualTo(1);
    }

    @Test
    void aMissingTopicIsNamed() {
        broker.dropTopics();

        assertThatThrownBy(probe::look)
                .isInstanceOf(KafkaAwayException.class)
                .hasMessage("Kafka has no topic \"posts\" yet: the services make it");
    }

    private void savedUpTo(int partition, long offset) throws Exception {
        ledger.put(
                new PartitionId(Topics.PROCESSED, partition), new Position(offset, broker.topicId(Topics.PROCESSED)));
    }
}
