package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void pausesLongerAfterEachFailureUpToTwoSeconds() {
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 7; i++) {
            backoff.failed(0);
            pauses.add(backoff.nanosLeft(0) / 1_000_000);
        }

        assertThat(pauses).isEqualTo(List.of(100L, 200L, 400L, 800L, 1_600L, 2_000L, 2_000L));
    }

    @Test
    void doesNotPauseAfterASuccess() {
        backoff.failed(0);
        backoff.succeeded();

        assertThat(backoff.nanosLeft(0)).isZero();
    }

    @Test
    void countsThePauseDown() {
        backoff.failed(Long.MAX_VALUE - 10);

        assertThat(backoff.nanosLeft(Long.MAX_VALUE - 10 + 60_000_000)).isEqualTo(40_000_000);
        assertThat(backoff.nanosLeft(Long.MAX_VALUE - 10 + 200_000_000)).isZero();
    }
}
