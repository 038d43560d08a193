package dev.dateline.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    @Test
    void aBrokerThatIsAwayOrFencedComesBackAndARefusalStays() {
        // In Kafka's own words, of which nothing else tells the second from the third.
        assertThat(TopicSetup.isPassing(new TimeoutException("timed out"))).isTrue();
        assertThat(TopicSetup.isPassing(new InvalidReplicationFactorException(
                        "Unable to replicate the partition 1 time(s): All brokers are currently fenced.")))
                .isTrue();
        assertThat(TopicSetup.isPassing(new InvalidReplicationFactorException(
                        "Unable to replicate the partition 9 time(s): The target replication factor of 9 cannot be"
                                + " reached because only 1 broker(s) are registered.")))
                .isFalse();
        assertThat(TopicSetup.isPassing(new TopicAuthorizationException("not allowed")))
                .isFalse();
    }
}
