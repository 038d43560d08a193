package dev.dateline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointOrderTest {

    @Test
    void emojiComeAfterTheEndOfTheBasicPlane() {
        assertThat(CodePointOrder.INSTANCE.compare("\uD83D\uDE00", "\uE000")).isPositive();
        assertThat("\uD83D\uDE00".compareTo("\uE000")).isNegative();
    }

    @Test
    void aBeginningComesFirst() {
        assertThat(CodePointOrder.INSTANCE.compare("new", "new york")).isNegative();
        assertThat(CodePointOrder.INSTANCE.compare("", "a")).isNegative();
        assertThat(CodePointOrder.INSTANCE.compare("a", "a")).isZero();
    }

    @Test
    void theOrderIsThatOfTheUtf8Bytes() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            String common = RandomText.of(random, 4);
            String left = common + RandomText.of(random, 4);
            String right = common + RandomText.of(random, 4);

            assertThat(Integer.signum(CodePointOrder.INSTANCE.compare(left, right)))
                    .as("seed %d, round %d: %s and %s", seed, round, left, right)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(left), bytes(right))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
