package dev.dateline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void isTheSmallestTimeThatSoManyAreNotAbove() {
        var times = new Percentiles(
                IntStream.rangeClosed(1, 200).mapToObj(i -> 201.0 - i).toList());

        assertThat(times.median()).isEqualTo(100);
        assertThat(times.at(0.99)).isEqualTo(198);
        assertThat(times.worst()).isEqualTo(200);
    }

    @Test
    void ofThreeTheMedianIsTheSecondAndTheP99TheThird() {
        var times = new Percentiles(List.of(3.0, 1.0, 2.0));

        assertThat(times.median()).isEqualTo(2);
        assertThat(times.at(0.99)).isEqualTo(3);
    }

    @Test
    void thereIsNoneOfNothing() {
        assertThatThrownBy(() -> new Percentiles(List.of())).hasMessage("nothing was measured");
    }
}
