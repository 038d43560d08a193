package dev.dateline.explorer.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private final Rate rate = new Rate();

    @Test
    void isNothingAtFirst() {
        assertThat(at(0, 500)).isZero();
    }

    @Test
    void isGrowthPerSecond() {
        at(0, 500);

        assertThat(at(2, 510)).isEqualTo(5);
    }

    @Test
    void forgetsWhatIsLongerAgoThanTheWindow() {
        at(0, 0);
        at(5, 1_000);

        assertThat(at(15, 1_010)).isEqualTo(1);
        assertThat(at(30, 1_010)).isZero();
    }

    @Test
    void beginsAnewWhereACountShrinks() {
        at(0, 1_000);

        assertThat(at(1, 0)).isZero();
        assertThat(at(2, 7)).isEqualTo(7);
    }

    private double at(long seconds, long count) {
        return rate.add(Duration.ofSeconds(seconds).toNanos(), count);
    }
}
