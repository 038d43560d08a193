package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;

/** The faults of a transaction, in front of a real producer: what was refused, and what was done but not told. */
class UndecidedTransactionsIT {

    private static final int POSTS = 400;

    @Test
    void losesAndDoublesNothingWhenCommitsFailBeforeOrAfterTheyApply() throws Exception {
        try (var extractor = new RunningExtractor(TestBroker.cleared(), 2, FaultyClients.class)) {
            for (int i = 0; i < POSTS; i++) {
                extractor.post("faulty-" + i, "Faults", "Ada Lovelace met number " + i + ".");
            }

            await().atMost(Duration.ofMinutes(3)).until(() -> extractor.articles("Faults") >= POSTS);
            List<String> seen =
                    extractor.committed(Topics.POSTS_SEEN, record -> new String(record.key(), StandardCharsets.UTF_8));

            assertThat(FaultyClients.FAULTS.get())
                    .as("faults, seed %d", FaultyClients.SEED)
                    .isPositive();
            assertThat(extractor.articles("Faults"))
                    .as("seed %d", FaultyClients.SEED)
                    .isEqualTo(POSTS);
            assertThat(extractor.mentions("Faults")).containsEntry("ada lovelace", (long) POSTS);
            assertThat(seen).hasSize(POSTS).doesNotHaveDuplicates();
        }
    }

    /** Not annotated: the extractors of other tests must not find it. */
    static class FaultyClients {

        static final long SEED = System.nanoTime();
        static final AtomicInteger FAULTS = new AtomicInteger();
        private static final Random RANDOM = new Random(SEED);

        @Bean
        KafkaClients kafkaClients(KafkaProperties kafka, ExtractorSettings settings) {
            return new KafkaClients(kafka, settings) {
                @Override
                KafkaTemplate<byte[], byte[]> transactions(int thread) {
                    var template = super.transactions(thread);
                    template.getProducerFactory().addPostProcessor(FaultyClients::faulty);
                    return template;
                }
            };
        }

        @SuppressWarnings("unchecked")
        private static Producer<byte[], byte[]> faulty(Producer<byte[], byte[]> real) {
            return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                    FaultyClients.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, args) -> {
                        int dice = RANDOM.nextInt(6);
                        if (method.getName().equals("commitTransaction") && dice == 0) {
                            FAULTS.incrementAndGet();
                            throw new KafkaException("refused");
                        }
                        try {
                            Object result = method.invoke(real, args);
                            if (method.getName().equals("commitTransaction") && dice == 1) {
                                FAULTS.incrementAndGet();
                                throw new TimeoutException("applied, but the answer is lost");
                            }
                            return result;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
