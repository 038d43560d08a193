package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;

/** What the extractor can't put right by itself ends it with a line that says what is wrong, before anything is miscounted. */
class RefusalsIT {

    private final Admin admin = TestBroker.admin();
    private String brokers;

    @BeforeEach
    void clearBroker() throws Exception {
        brokers = TestBroker.cleared();
    }

    @Test
    void refusesTopicsWhoseIdsWouldNotLieBesideTheirPosts() throws Exception {
        var four = new TopicSizes(4, (short) 1);
        var two = new TopicSizes(2, (short) 1);
        admin.createTopics(List.of(four.posts(), two.postsSeen())).all().get();

        assertEndsWith(
                "posts has 4 partitions and posts.seen 2: give both the same number before posts are counted again");
    }

    @Test
    void refusesToCountFromTheStartWhatWasCountedBefore() throws Exception {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("1", "Lost offsets", "Ada Lovelace.");
            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Lost offsets") == 1);
        }
        TestBroker.forgetExtractors();

        assertEndsWith("has no committed offset, but posts.seen says that posts of it were counted");
    }

    @Test
    void refusesToBeginInTheMiddleOfATopic() throws Exception {
        admin.createTopics(List.of(new TopicSizes(4, (short) 1).posts())).all().get();
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.post("1", "Cut", "Ada Lovelace.");
            await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles("Cut") == 1);
        }
        removeCountedIds();
        TestBroker.forgetExtractors();
        for (int p = 0; p < 4; p++) {
            var everything = Map.of(new TopicPartition(Topics.POSTS, p), RecordsToDelete.beforeOffset(-1));
            admin.deleteRecords(everything).all().get();
        }

        assertEndsWith("and nothing of it was counted: its first posts are gone");
    }

    @Test
    void refusesARecordThatOnlyANewerDatelineCanRead() throws Exception {
        try (var extractor = new RunningExtractor(brokers)) {
            extractor.sendVersion("2", "1", "{}".getBytes(StandardCharsets.UTF_8));

            awaitEnd(extractor, "holds a record of version \"2\" at offset 0; this Dateline reads version 1");
            assertThat(extractor.committed(Topics.POSTS_DEAD, letter -> letter)).isEmpty();
        }
    }

    private void removeCountedIds() throws Exception {
        admin.deleteTopics(List.of(Topics.POSTS_SEEN)).all().get();
        await().atMost(TestBroker.PATIENCE)
                .until(() -> !admin.listTopics().names().get().contains(Topics.POSTS_SEEN));
    }

    private void assertEndsWith(String line) {
        try (var extractor = new RunningExtractor(brokers)) {
            awaitEnd(extractor, line);
        }
    }

    private static void awaitEnd(RunningExtractor extractor, String line) {
        var availability = extractor.context().getBean(ApplicationAvailability.class);
        await().atMost(TestBroker.PATIENCE).until(() -> availability.getLivenessState() == LivenessState.BROKEN);
        assertThat((Exception)
                        availability.getLastChangeEvent(LivenessState.class).getSource())
                .hasMessageContaining(line);
    }
}
