package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.extractor.ScriptedFaults.Fault;
import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.health.contributor.Status;

/** One fault each, at the moment where it would lose or double. The extractor's next transaction meets it. */
@TestInstance(Lifecycle.PER_CLASS)
class TransactionFaultsIT {

    private static final Duration PATIENCE = TestBroker.PATIENCE;

    private String brokers;
    private RunningExtractor extractor;

    @BeforeAll
    void clearBrokerAndStart() throws Exception {
        brokers = TestBroker.cleared();
        start();
    }

    private void start() {
        extractor = new RunningExtractor(brokers, 1, ScriptedFaults.class);
    }

    @AfterAll
    void stop() {
        extractor.close();
    }

    @Test
    void aBatchHeldPastItsTransactionsTimeoutAfterItsFirstSendIsCountedOnce() {
        ScriptedFaults.NEXT.add(new Fault("flush", flush -> {
            // What was sent is in the log by now, and the broker gives the transaction up.
            flush.make();
            await().atMost(PATIENCE).until(() -> transaction() == TransactionState.COMPLETE_ABORT);
            return null;
        }));

        assertCountedOnce("Held");
    }

    @Test
    void aCommitThatWasAppliedButNotAnsweredIsNotRepeated() {
        ScriptedFaults.NEXT.add(new Fault("commitTransaction", commit -> {
            commit.make();
            throw new TimeoutException("the answer is lost");
        }));

        assertCountedOnce("Unanswered");
    }

    @Test
    void aBatchThatIsRolledBackAfterItsIdsWereComparedIsNotTakenForARepeat() {
        ScriptedFaults.NEXT.add(new Fault("commitTransaction", commit -> {
            throw new KafkaException("refused");
        }));

        assertCountedOnce("Rolled back");
    }

    @Test
    void aBatchWhoseOffsetsAreRefusedIsRolledBackWhole() {
        ScriptedFaults.NEXT.add(new Fault("sendOffsetsToTransaction", offsets -> {
            throw new KafkaException("the group has another generation");
        }));

        assertCountedOnce("Refused offsets");
    }

    @Test
    void healthSaysWhatAConsumerTriesInVain() {
        var patience = new CountDownLatch(1);
        ScriptedFaults.NEXT.add(new Fault("commitTransaction", commit -> {
            throw new KafkaException("refused");
        }));
        ScriptedFaults.NEXT.add(new Fault("commitTransaction", commit -> {
            patience.await();
            return commit.make();
        }));
        PostContainers consumers = extractor.context().getBean(PostContainers.class);

        extractor.post("tried-in-vain", "Tried in vain", "Ada Lovelace");
        await().atMost(PATIENCE).until(() -> consumers.health().getStatus() == Status.DOWN);
        assertThat(consumers.health().getDetails()).containsEntry("troubles", List.of("refused"));

        patience.countDown();
        await().atMost(PATIENCE).until(() -> consumers.health().getStatus() == Status.UP);
        assertThat(extractor.articles("Tried in vain")).isOne();
    }

    @Test
    void endsInTimeThoughKafkaAnswersNoLongerAndTheNextCountsWhatItHadInHand() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        ScriptedFaults.NEXT.add(new Fault("flush", flush -> {
            asked.countDown();
            answer.await();
            return flush.make();
        }));
        extractor.post("in-hand", "In hand", "Ada Lovelace");
        assertThat(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        try {
            assertThat(CompletableFuture.runAsync(extractor::close)).succeedsWithin(Duration.ofSeconds(10));
        } finally {
            // A process would be gone; this thread is not, and holds its partitions until it is answered.
            answer.countDown();
            start();
        }
        await().atMost(PATIENCE).until(() -> extractor.articles("In hand") == 1);
    }

    /** Eight posts, of which two have the same id, and all of them once more after the fault. */
    private void assertCountedOnce(String publication) {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 8; i++) {
                extractor.post(publication.replace(' ', '-') + i / 2 * 2, publication, "Ada Lovelace met number " + i);
            }
            await().atMost(PATIENCE).until(() -> extractor.articles(publication) >= 4);
        }
        // Behind all of them in every partition: when these are counted, nothing of the above is still to come.
        for (int i = 0; i < 40; i++) {
            extractor.post(publication.replace(' ', '-') + "-last" + i, publication + " after", "Nobody.");
        }
        await().atMost(PATIENCE).until(() -> extractor.articles(publication + " after") == 40);

        assertThat(ScriptedFaults.NEXT).as("faults that nothing met").isEmpty();
        assertThat(extractor.articles(publication)).isEqualTo(4);
        assertThat(extractor.mentions(publication)).containsEntry("ada lovelace", 4L);
        List<String> seen =
                extractor.committed(Topics.POSTS_SEEN, id -> new String(id.key(), StandardCharsets.US_ASCII));
        assertThat(seen).doesNotHaveDuplicates();
    }

    private static TransactionState transaction() throws Exception {
        return TestBroker.admin()
                .describeTransactions(List.of("test-0-0"))
                .description("test-0-0")
                .get()
                .state();
    }
}
