package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.model.Topics;
import dev.dateline.topics.TopicSizes;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;

/** A topic of posts that was deleted and made anew is another topic: what the extractor knows says nothing about it. */
class RecreatedPostsIT {

    private final Admin admin = TestBroker.admin();
    private String brokers;

    @BeforeEach
    void clearBroker() throws Exception {
        brokers = TestBroker.cleared();
    }

    @Test
    void stopsAnExtractorThatStartsOnIt() throws Exception {
        try (var extractor = new RunningExtractor(brokers)) {
            count(extractor, "Before");
        }
        recreatePosts();

        try (var extractor = new RunningExtractor(brokers)) {
            assertThat(awaitEnd(extractor)).contains("posts.seen says that posts of it were counted");
        }
    }

    @Test
    void stopsAnExtractorThatRuns() throws Exception {
        try (var extractor = new RunningExtractor(brokers)) {
            count(extractor, "Running");

            recreatePosts();

            assertThat(awaitEnd(extractor))
                    .containsAnyOf("posts of these offsets are gone", "posts.seen says that posts of it were counted");
        }
    }

    private static void count(RunningExtractor extractor, String publication) {
        for (int i = 0; i < 20; i++) {
            extractor.post(publication + i, publication, "Ada Lovelace.");
        }
        await().atMost(TestBroker.PATIENCE).until(() -> extractor.articles(publication) == 20);
    }

    private void recreatePosts() throws Exception {
        admin.deleteTopics(List.of(Topics.POSTS)).all().get();
        await().atMost(TestBroker.PATIENCE)
                .until(() -> !admin.listTopics().names().get().contains(Topics.POSTS));
        admin.createTopics(List.of(new TopicSizes(4, (short) 1).posts())).all().get();
    }

    private static String awaitEnd(RunningExtractor extractor) {
        var availability = extractor.context().getBean(ApplicationAvailability.class);
        await().atMost(TestBroker.PATIENCE).until(() -> availability.getLivenessState() == LivenessState.BROKEN);
        return ((Throwable) availability.getLastChangeEvent(LivenessState.class).getSource()).getMessage();
    }
}
