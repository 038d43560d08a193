package dev.dateline.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicSizesTest {

    private final TopicSizes sizes = new TopicSizes(16, (short) 3);

    @Test
    void allTopicsAreMadeAlikeAndKeepTheirRecordsForEver() {
        assertThat(List.of(
                        sizes.posts(), sizes.postsSeen(), sizes.postsDead(), sizes.processed(), sizes.processedDead()))
                .allSatisfy(topic -> {
                    assertThat(topic.numPartitions()).isEqualTo(16);
                    assertThat(topic.replicationFactor()).isEqualTo((short) 3);
                    assertThat(topic.configs()).containsEntry("retention.ms", "-1");
                })
                .extracting(NewTopic::name)
                .containsExactly("posts", "posts.seen", "posts.dlt", "processed", "processed.dlt");
    }

    @Test
    void deadLettersMayBeLargerThanWhatTheyCarry() {
        assertThat(sizes.posts().configs()).containsEntry("max.message.bytes", "2097152");
        assertThat(sizes.processed().configs()).containsEntry("max.message.bytes", "2097152");
        assertThat(sizes.postsDead().configs()).containsEntry("max.message.bytes", "3145728");
        assertThat(sizes.processedDead().configs()).containsEntry("max.message.bytes", "3145728");
    }

    @Test
    void topicsHaveAtLeastOnePartitionAndOneReplica() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicSizes(0, (short) 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new TopicSizes(1, (short) 0));
    }
}
