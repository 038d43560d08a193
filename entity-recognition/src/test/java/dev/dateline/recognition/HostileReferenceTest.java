package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares the recogniser with stock CoreNLP over generated texts that a tokeniser or a model may trip over. */
class HostileReferenceTest {

    /** Some seconds; {@code -Dreference.hostile=10000} makes it a million tokens and minutes. */
    private static final int TEXTS = Integer.getInteger("reference.hostile", 60);

    @Test
    void findsWhatStockCoreNlpFindsInHostileTexts() {
        var reference = new ReferencePipeline();
        long seed = Long.getLong("reference.seed", System.nanoTime());
        var texts = new HostileTexts(new Random(seed));
        long mentions = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next();
            var found = SharedRecognizer.INSTANCE.recognize(text);
            assertThat(found).as("seed %d, text %d: <%s>", seed, i, text).isEqualTo(reference.recognize(text));
            mentions += found.size();
        }
        System.out.printf(
                "%d hostile texts, %d tokens, %d mentions, 0 differ (seed %d)%n",
                TEXTS, reference.tokens(), mentions, seed);
        assertThat(mentions).as("the texts must hold names").isPositive();
    }
}
