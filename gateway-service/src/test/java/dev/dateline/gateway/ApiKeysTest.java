package dev.dateline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    // printf one | sha256sum
    private static final String ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";
    private static final String TWO = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";

    private final ApiKeys keys = new ApiKeys(List.of(ONE, TWO));

    @Test
    void acceptsEachKeyWhoseHashItKnows() {
        assertThat(keys.accept("one")).isTrue();
        assertThat(keys.accept("two")).isTrue();
    }

    @Test
    void acceptsNothingElseAndNotTheHashItself() {
        assertThat(keys.accept("")).isFalse();
        assertThat(keys.accept("One")).isFalse();
        assertThat(keys.accept("one ")).isFalse();
        assertThat(keys.accept(ONE)).isFalse();
    }
}
