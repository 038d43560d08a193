package dev.dateline.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void oneIsSingularAndAllElseIsNot() {
        assertThat(Counted.of(1, "article")).isEqualTo("1 article");
        assertThat(Counted.of(0, "article")).isEqualTo("0 articles");
        assertThat(Counted.of(1_080, "article")).isEqualTo("1,080 articles");
    }
}
