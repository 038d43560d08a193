package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BacklogTest {

    private final Backlog backlog = new Backlog(100);

    @Test
    void hasRoomUpToItsBytesAndForStreamsUpToHalf() {
        Backlog.Entry first = backlog.enter(50);
        assertThat(backlog.hasRoom()).isTrue();
        assertThat(backlog.hasRoomForStreams()).isFalse();

        Backlog.Entry second = backlog.enter(50);
        assertThat(backlog.hasRoom()).isFalse();
        assertThat(backlog.posts()).isEqualTo(2);

        backlog.leave(second, true);
        backlog.leave(first, true);
        assertThat(backlog.hasRoomForStreams()).isTrue();
        assertThat(backlog.posts()).isZero();
    }

    @Test
    void hasNoRoomWhileAPostWaitsForOverASecond() {
        Backlog.Entry stuck = backlog.enter(1);
        assertThat(backlog.hasRoom()).isTrue();

        await().atMost(Duration.ofMinutes(1)).atLeast(Duration.ofMillis(500)).until(() -> !backlog.hasRoom());

        assertThat(backlog.leave(stuck, true))
                .isGreaterThan(Duration.ofSeconds(1).toNanos());
        assertThat(backlog.hasRoom()).isTrue();
    }

    @Test
    void hasNoRoomOnceKafkaGaveAPostUpUntilItIsBack() {
        backlog.leave(backlog.enter(1), false);
        assertThat(backlog.hasRoom()).isFalse();
        assertThat(backlog.isAcknowledging()).isFalse();

        backlog.resume();

        assertThat(backlog.hasRoom()).isTrue();
    }
}
