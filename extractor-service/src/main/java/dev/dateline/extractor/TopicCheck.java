package dev.dateline.extractor;

import dev.dateline.model.Topics;
import dev.dateline.topics.CannotGoOnException;
import dev.dateline.topics.TopicSetup;
import dev.dateline.topics.TopicSizes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.TopicDescription;

/** Sees to it that the topics are there, and that they fit together. */
final class TopicCheck {

    private final TopicSetup setup;
    private final TopicSizes sizes;

    TopicCheck(TopicSetup setup, TopicSizes sizes) {
        this.setup = setup;
        this.sizes = sizes;
    }

    /**
     * Makes the topics that are missing, once a broker answers.
     *
     * @throws CannotGoOnException if ids would not be found in the partition of their post
     */
    void check() {
        Map<String, TopicDescription> topics = ensure();
        int posts = partitions(topics, Topics.POSTS);
        int seen = partitions(topics, Topics.POSTS_SEEN);
        if (posts != seen) {
            throw new CannotGoOnException(
                    "posts has %d partitions and posts.seen %d: give both the same number before posts are counted again"
                            .formatted(posts, seen));
        }
    }

    private static int partitions(Map<String, TopicDescription> topics, String name) {
        return Objects.requireNonNull(topics.get(name)).partitions().size();
    }

    private Map<String, TopicDescription> ensure() {
        try {
            return setup.ensure(List.of(sizes.posts(), sizes.postsSeen(), sizes.postsDead(), sizes.processed()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotGoOnException("interrupted while waiting for Kafka");
        }
    }
}
