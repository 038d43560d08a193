package dev.dateline.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusyTimeTest {

    @Test
    void isAllTimeButIdleAndWaitingForDisks() {
        assertThat(BusyTime.of("cpu  1000 200 300 9999 8888 40 50 10 700 0")).isEqualTo(16);
    }
}
