package dev.dateline.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void plainWordsStayAsTheyAreAndOthersAreQuotedForAShell() {
        assertThat(Program.quoted("./dateline")).isEqualTo("./dateline");
        assertThat(Program.quoted("my files/it's")).isEqualTo("'my files/it'\\''s'");
    }
}
