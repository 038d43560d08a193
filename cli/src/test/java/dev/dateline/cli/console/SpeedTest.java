package dev.dateline.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpeedTest {

    private final Speed speed = new Speed(0);

    @Test
    void isThatOfAllTheWorkAtFirst() {
        at(10, 500, 0.25);

        assertThat(speed.perSecond()).isEqualTo(50);
        assertThat(speed.left()).contains(Duration.ofSeconds(30));
    }

    @Test
    void forgetsWhatWasBeforeAWait() {
        at(10, 1_000, 0.5);
        at(310, 1_000, 0.5);
        at(320, 1_500, 0.75);
        at(330, 2_000, 0.9);

        assertThat(speed.perSecond()).isCloseTo(50, within(0.1));
        assertThat(speed.left()).contains(Duration.ofSeconds(5));
    }

    @Test
    void promisesNothingWhileNothingMoves() {
        at(10, 1_000, 0.5);
        at(45, 1_000, 0.5);
        at(80, 1_000, 0.5);

        assertThat(speed.perSecond()).isZero();
        assertThat(speed.left()).isEmpty();
    }

    @Test
    void beginsAgainWithWorkThatDoes() {
        at(10, 1_000, 0.5);
        at(20, 0, 0);
        at(30, 100, 0.1);

        assertThat(speed.perSecond()).isEqualTo(10);
        assertThat(speed.left()).contains(Duration.ofSeconds(90));
    }

    @Test
    void knowsNoEndWhereNobodyDoes() {
        at(10, 1_000, 0);

        assertThat(speed.perSecond()).isEqualTo(100);
        assertThat(speed.left()).isEmpty();
    }

    private void at(long seconds, long done, double fraction) {
        speed.add(Duration.ofSeconds(seconds).toNanos(), done, fraction);
    }
}
