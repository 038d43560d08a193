package dev.dateline.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({"850,850ms", "1000,1s", "12340,12.3s", "60000,1m", "245000,4m05s", "7800000,2h10m"})
    void aDurationHasTheDetailThatMatters(long millis, String text) {
        assertThat(Span.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"30s,PT30S", "10m,PT10M", "1h30m,PT90M", "PT10M,PT10M"})
    void peopleAndIso8601AreUnderstood(String text, Duration duration) {
        assertThat(Span.parse(text)).isEqualTo(duration);
    }
}
