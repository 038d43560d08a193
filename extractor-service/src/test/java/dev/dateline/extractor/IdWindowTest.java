package dev.dateline.extractor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IdWindowTest {

    @Test
    void remembersTheLastIdsAndForgetsTheOldestFirst() {
        var window = new IdWindow(3);

        for (String id : new String[] {"a", "b", "c", "d"}) {
            window.add(IdHash.of(id));
        }

        assertThat(window.contains(IdHash.of("a"))).isFalse();
        assertThat(window.contains(IdHash.of("b"))).isTrue();
        assertThat(window.contains(IdHash.of("d"))).isTrue();
        assertThat(window.size()).isEqualTo(3);
    }

    @Test
    void keepsThePlaceOfAnIdThatIsAddedAgain() {
        var window = new IdWindow(2);

        for (String id : new String[] {"a", "b", "a", "c"}) {
            window.add(IdHash.of(id));
        }

        assertThat(window.contains(IdHash.of("a"))).isFalse();
        assertThat(window.contains(IdHash.of("b"))).isTrue();
    }

    /** Few distinct hashes whose lower bits collide, so that the table's chains are long and wrap around. */
    @Test
    void agreesWithAPlainQueueOverRandomIds() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int size : new int[] {1, 2, 5, 1_000, 1_024, 3_000}) {
            var window = new IdWindow(size);
            var expected = new ArrayDeque<IdHash>();
            for (int i = 0; i < 20_000; i++) {
                var id = new IdHash(((long) random.nextInt(3 * size) << 20) | random.nextInt(2), random.nextInt(2));
                boolean held = size < 100 ? expected.contains(id) : window.contains(id);
                assertThat(window.contains(id))
                        .as("seed %d, window %d, step %d", seed, size, i)
                        .isEqualTo(held);
                if (!held) {
                    expected.add(id);
                    if (expected.size() > size) {
                        assertThat(window.contains(expected.peek()))
                                .as("seed %d", seed)
                                .isTrue();
                        expected.poll();
                    }
                }
                window.add(id);
            }
            assertThat(window.size()).isEqualTo(expected.size());
            assertThat(expected).as("seed %d, window %d", seed, size).allMatch(window::contains);
        }
    }
}
