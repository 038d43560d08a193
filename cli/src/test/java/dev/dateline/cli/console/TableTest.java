package dev.dateline.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aPersonGetsAlignedColumnsAndThousands() {
        assertThat(printed(true)).isEqualTo("""
                \u001B[2mname   mentions\u001B[0m
                Obama     1,234
                Trump         5
                """);
    }

    @Test
    void aProgramGetsTabsAndPlainNumbers() {
        assertThat(printed(false)).isEqualTo("name\tmentions\nObama\t1234\nTrump\t5\n");
    }

    private static String printed(boolean interactive) {
        var out = new StringWriter();
        var table = new Table("name", "mentions");
        table.add("Obama", 1_234L);
        table.add("Trump", 5L);
        table.print(new Terminal(new PrintWriter(out), new PrintWriter(out), interactive));
        return out.toString();
    }
}
