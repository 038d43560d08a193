package dev.dateline.explorer.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogOddsTest {

    private static final double EXACT = 1e-12;

    @Test
    void isTheFormulaOfThePaper() {
        // Worked out by hand: prior 500 * 40 / 10,000 = 2; 30 + 2 of 1,500, and 10 + 2 of 9,500.
        double ratio = Math.log(32.0 / (1_000 + 500 - 32)) - Math.log(12.0 / (9_000 + 500 - 12));
        double z = ratio / Math.sqrt(1 / 32.0 + 1 / 12.0);

        LogOdds odds = LogOdds.of(30, 1_000, 40, 10_000);

        assertThat(odds.ratio()).isCloseTo(ratio, within(EXACT));
        assertThat(odds.z()).isCloseTo(z, within(EXACT));
    }

    @Test
    void isZeroForWhoWritesAsAllDo() {
        assertThat(LogOdds.of(10, 1_000, 100, 10_000).ratio()).isCloseTo(0, within(EXACT));
    }

    @Test
    void isZeroWhereThereAreNoOthers() {
        assertThat(LogOdds.of(10, 1_000, 10, 1_000).ratio()).isCloseTo(0, within(EXACT));
        assertThat(LogOdds.of(1_000, 1_000, 1_000, 1_000).ratio()).isCloseTo(0, within(EXACT));
    }

    @Test
    void hasTheOppositeSignForTheOthers() {
        LogOdds one = LogOdds.of(30, 5_000, 40, 10_000);
        LogOdds others = LogOdds.of(10, 5_000, 40, 10_000);

        assertThat(one.ratio()).isPositive().isCloseTo(-others.ratio(), within(EXACT));
        assertThat(one.z()).isCloseTo(-others.z(), within(EXACT));
    }

    @Test
    void isSurerTheMoreIsKnownAtTheSameRates() {
        assertThat(LogOdds.of(300, 10_000, 400, 100_000).z())
                .isGreaterThan(LogOdds.of(30, 1_000, 40, 10_000).z());
    }

    @Test
    void putsWhatWasMentionedOnceByChanceBehindWhatIsWrittenAboutForLong() {
        LogOdds once = LogOdds.of(1, 10_000, 1, 100_000);
        LogOdds often = LogOdds.of(200, 10_000, 600, 100_000);

        assertThat(once.ratio()).isGreaterThan(often.ratio());
        assertThat(once.z()).isLessThan(often.z());
    }

    @Test
    void isFiniteWhateverIsCounted() {
        for (long here : new long[] {1, 500, 1_000_000_000_000L}) {
            LogOdds odds = LogOdds.of(here, here, here, here + 1);
            assertThat(odds.ratio()).isFinite();
            assertThat(odds.z()).isFinite();
        }
    }
}
