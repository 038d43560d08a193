package dev.dateline.topics;

import dev.dateline.model.Topics;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How large the topics are made; topics that exist are left as they are.
 *
 * @param partitions of each topic: the most consumers that can share its work
 * @param replicas of each partition, 1 on a single broker
 */
public record TopicSizes(int partitions, short replicas) {

    /** JSON can blow the 256 KiB of a content up sixfold; producers need the same limit. */
    public static final int MAX_RECORD_BYTES = 2 * 1024 * 1024;

    /** A dead letter carries its cause and origin besides. */
    public static final int MAX_DEAD_LETTER_BYTES = 3 * 1024 * 1024;

    public TopicSizes {
        if (partitions < 1 || replicas < 1) {
            throw new IllegalArgumentException("topics have at least 1 partition and 1 replica");
        }
    }

    /** Accepted posts. */
    public NewTopic posts() {
        return topic(Topics.POSTS, MAX_RECORD_BYTES);
    }

    /** Ids of counted posts: as many partitions as {@link #posts()}. */
    public NewTopic postsSeen() {
        return topic(Topics.POSTS_SEEN, MAX_RECORD_BYTES);
    }

    /** Posts that could not be processed. */
    public NewTopic postsDead() {
        return topic(Topics.POSTS_DEAD, MAX_DEAD_LETTER_BYTES);
    }

    /** Tallies. */
    public NewTopic processed() {
        return topic(Topics.PROCESSED, MAX_RECORD_BYTES);
    }

    /** Tallies that could not be read. */
    public NewTopic processedDead() {
        return topic(Topics.PROCESSED_DEAD, MAX_DEAD_LETTER_BYTES);
    }

    private NewTopic topic(String name, int maxBytes) {
        return new NewTopic(name, partitions, replicas)
                .configs(Map.of(
                        // For ever: a backlog must never expire, and everything can be extracted anew.
                        TopicConfig.RETENTION_MS_CONFIG,
                        "-1",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(maxBytes)));
    }
}
