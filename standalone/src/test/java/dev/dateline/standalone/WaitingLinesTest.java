package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingLinesTest {

    private final LoggerContext context = new LoggerContext();
    private final List<String> received = new ArrayList<>();

    @BeforeEach
    void attach() {
        context.getLogger("ROOT").addAppender(WaitingLines.to(received::add, context));
    }

    @Test
    void areHandedOnOnceHoweverOftenServicesTry() {
        for (int attempt = 0; attempt < 3; attempt++) {
            context.getLogger("dev.dateline.saver").warn("waiting for the store");
            context.getLogger("dev.dateline.explorer").warn("waiting for the store too");
        }

        assertThat(received).containsExactly("waiting for the store", "waiting for the store too");
    }

    @Test
    void areNothingElse() {
        context.getLogger("dev.dateline.saver").warn("not waiting for anything");
        context.getLogger("org.apache.kafka").warn("waiting for something that nobody asked for");

        assertThat(received).isEmpty();
    }
}
