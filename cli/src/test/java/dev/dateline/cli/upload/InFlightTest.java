package dev.dateline.cli.upload;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InFlightTest {

    @Test
    @Timeout(20)
    void aFailureEndsItHoweverMuchWorkFollows() {
        try (var inFlight = new InFlight(2)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            inFlight.begin(List.of("id-" + i), () -> {
                                throw new IllegalStateException("no gateway");
                            });
                        }
                        inFlight.awaitAll();
                    })
                    .hasMessage("no gateway");

            assertThatThrownBy(inFlight::awaitAll).hasMessage("no gateway");
        }
    }
}
