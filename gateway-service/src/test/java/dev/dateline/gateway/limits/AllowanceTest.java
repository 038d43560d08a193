package dev.dateline.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AllowanceTest {

    private final Allowance allowance = new Allowance(new Limits(1_000_000, DataSize.ofBytes(1_000), 2));

    @Test
    void grantsRequestsUpToThoseAtOnce() {
        assertThat(allowance.begin(0)).isInstanceOf(Verdict.Granted.class);
        assertThat(allowance.begin(0)).isInstanceOf(Verdict.Granted.class);
        assertThat(allowance.begin(0)).isEqualTo(new Verdict.Refused(Limit.IN_FLIGHT, 2, Duration.ofSeconds(1)));

        allowance.end();

        assertThat(allowance.begin(0)).isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void refusesBytesThatAreUsedUpAndSaysWhenTheyAreBack() {
        assertThat(allowance.begin(1_000)).isInstanceOf(Verdict.Granted.class);

        Verdict second = allowance.begin(1_000);

        assertThat(second).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.limit()).isEqualTo(Limit.BYTES);
            assertThat(refused.retryAfter()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        });
        allowance.end();
        assertThat(allowance.begin(0)).as("what was refused is not in flight").isInstanceOf(Verdict.Granted.class);
    }

    @Test
    void slowsDownWhatHasNoLength() {
        assertThat(allowance.isKnown(-1)).isFalse();
        assertThat(allowance.isKnown(1_001)).isFalse();
        assertThat(allowance.take(1_000)).isZero();

        assertThat(allowance.take(500)).isBetween(Duration.ofMillis(300), Duration.ofMillis(500));
    }

    @Test
    void eachKeyHasItsOwn() {
        var allowances = new Allowances(new Limits(1, DataSize.ofBytes(1), 1));
        allowances.of("one").begin(0);

        assertThat(allowances.of("one").begin(0)).isInstanceOf(Verdict.Refused.class);
        assertThat(allowances.of("two").begin(0)).isInstanceOf(Verdict.Granted.class);
    }
}
