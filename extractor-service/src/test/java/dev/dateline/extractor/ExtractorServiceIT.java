package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExtractorServiceIT {

    private String brokers;

    @BeforeEach
    void clearBroker() throws Exception {
        brokers = TestBroker.cleared();
    }

    @Test
    void countsAPostOnceHoweverOftenItsIdComes() {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("repeat-1", "Repeats", "Ada Lovelace met Charles Babbage in London.");
            extractor.post("repeat-1", "Repeats", "Another version names Grace Hopper.");
            extractor.post("repeat-2", "Repeats", "Ada Lovelace left London.");

            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Repeats") == 2);
            assertThat(extractor.mentions("Repeats"))
                    .containsEntry("ada lovelace", 2L)
                    .containsEntry("london", 2L)
                    .doesNotContainKey("grace hopper");
        }
    }

    @Test
    void knowsARepeatAfterARestart() {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("restart-1", "Restarts", "Ada Lovelace met Charles Babbage.");
            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Restarts") == 1);
        }

        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("restart-1", "Restarts", "Ada Lovelace met Charles Babbage.");
            extractor.post("restart-2", "Restarts", "Charles Babbage left.");

            await().atMost(TestBroker.PATIENCE)
                    .until(() -> extractor.mentions("Restarts").getOrDefault("charles babbage", 0L) == 2);
            assertThat(extractor.articles("Restarts")).isEqualTo(2);
        }
    }

    @Test
    void takesTheKeyAsTheIdOfAPostThatComesStraightToTheTopic() {
        byte[] post = "{\"publication\": \"Straight\", \"content\": \"Ada Lovelace wrote.\", \"more\": {\"a\": [1]}}"
                .getBytes(StandardCharsets.UTF_8);
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.send("straight-1", post);
            extractor.send("straight-1", post);
            extractor.post("straight-2", "Straight", "Nobody.");

            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Straight") == 2);
            assertThat(extractor.mentions("Straight")).isEqualTo(Map.of("ada lovelace", 1L));
        }
    }

    @Test
    void setsAsideWhatIsNoPostWithCauseAndOriginAndCountsItsIdWhenItComesRight() {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.send("dead-1", "{\"publication\": \"Dead\", \"content\": 7}".getBytes(StandardCharsets.UTF_8));
            extractor.send("dead-2", "no json".getBytes(StandardCharsets.UTF_8));
            await().atMost(TestBroker.PATIENCE)
                    .until(() -> deadLetters(extractor).size() == 2);

            extractor.post("dead-1", "Dead", "Ada Lovelace is right.");

            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Dead") == 1);
            assertThat(deadLetters(extractor))
                    .anySatisfy(letter -> {
                        assertThat(letter.key()).asString().isEqualTo("dead-1");
                        assertThat(header(letter, "cause")).isEqualTo("content must be a string");
                        assertThat(header(letter, "origin.topic")).isEqualTo("posts");
                        assertThat(header(letter, "origin.offset")).matches("\\d+");
                    })
                    .anySatisfy(letter -> assertThat(header(letter, "cause")).startsWith("not JSON: "));
        }
    }

    @Test
    void givesBackAtOnceWhatItHasInHandWhenItIsStopped() {
        try (var extractor = new RunningExtractor(brokers)) {
            for (int i = 0; i < 200; i++) {
                extractor.post("stop-" + i, "Stops", "Ada Lovelace met Charles Babbage. ".repeat(5));
            }
        }

        try (var extractor = new RunningExtractor(brokers)) {
            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Stops") >= 200);
            assertThat(extractor.mentions("Stops")).containsEntry("ada lovelace", 1_000L);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(RunningExtractor extractor) {
        return extractor.committed(Topics.POSTS_DEAD, letter -> letter);
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
