package dev.dateline.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

@EmbeddedKafka(
        partitions = 1,
        // Of each its own topic would have 50: seconds of making files.
        brokerProperties = {"transaction.state.log.num.partitions=1", "offsets.topic.num.partitions=1"})
class RedriverIT {

    /** Three transactions. */
    private static final int LETTERS = 1_300;

    private final String brokers;
    private final Kafka kafka;
    private Graveyard graveyard;

    RedriverIT(EmbeddedKafkaBroker broker) {
        brokers = broker.getBrokersAsString();
        kafka = new Kafka(Map.of("bootstrap.servers", brokers));
    }

    @BeforeEach
    void bury() throws Exception {
        graveyard = new Graveyard(brokers);
        IntStream.range(0, LETTERS).forEach(i -> graveyard.bury(0, "id" + i, "not JSON"));
        graveyard.flush();
    }

    @AfterEach
    void close() throws Exception {
        graveyard.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"send", "flush", "sendOffsetsToTransaction", "commitTransaction"})
    void killedInItsSecondTransactionAndBegunAgainItSendsEachPostOnce(String method) {
        int call = method.equals("send") ? 700 : 2;

        assertThatThrownBy(() -> redrive(new Redriver(kafka, kafka.consumer(), killedAt(method, call, false))))
                .isInstanceOf(Killed.class);
        redrive(Redriver.connect(kafka));

        assertEachWasSentOnce();
    }

    @Test
    void killedBeforeItHeardThatItsCommitWasAppliedItSendsNothingOfItAgain() {
        assertThatThrownBy(() -> redrive(new Redriver(kafka, kafka.consumer(), killedAt("commitTransaction", 2, true))))
                .isInstanceOf(Killed.class);
        redrive(Redriver.connect(kafka));

        assertEachWasSentOnce();
    }

    @Test
    void ofTwoAtOnceTheFirstEndsAndEachPostIsSentOnce() {
        var begun = new AtomicInteger();

        assertThatThrownBy(() -> Redriver.connect(kafka).redrive(letter -> true, sent -> {
                    if (sent == 700 && begun.getAndIncrement() == 0) {
                        redrive(Redriver.connect(kafka));
                    }
                }))
                .hasMessageContaining("another redrive has begun");

        assertEachWasSentOnce();
    }

    private static void redrive(Redriver redriver) {
        redriver.redrive(letter -> true, sent -> {});
        redriver.close();
    }

    private void assertEachWasSentOnce() {
        List<String> ids = IntStream.range(0, LETTERS).mapToObj(i -> "id" + i).toList();
        assertThat(graveyard.posts())
                .extracting(post -> new String(post.key(), UTF_8))
                .containsExactlyElementsOf(ids);
    }

    /** A producer that does nothing more from a call on, as if its process was gone. */
    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> killedAt(String method, int call, boolean isApplied) {
        Producer<byte[], byte[]> real = kafka.redriver();
        var calls = new AtomicInteger();
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Producer.class}, (proxy, called, args) -> {
                    boolean isLast = called.getName().equals(method) && calls.incrementAndGet() == call;
                    if (isLast && !isApplied) {
                        throw new Killed();
                    }
                    try {
                        Object answer = called.invoke(real, args);
                        if (isLast) {
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }
}
