package dev.dateline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything in the background: {@code up --detach}, {@code status}, {@code down}. */
class DetachedIT {

    @TempDir
    private Path folder;

    private DatelineJar dateline;

    @BeforeEach
    void prepare() {
        dateline = DatelineJar.launched(folder);
    }

    @AfterEach
    void end() {
        dateline.run("down");
    }

    @Test
    void runsWithoutATerminalAndTellsOnlyOfTheLastStart() throws Exception {
        Path log = Files.createDirectories(folder.resolve("dateline-data/logs")).resolve("up.log");
        Files.writeString(log, "ready: gateway http://127.0.0.1:1, explorer http://127.0.0.1:1, API key in nowhere\n");

        var up = dateline.run("up", "--detach", "--port", "0", "--explorer-port", "0");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out())
                .containsOnlyOnce("ready: gateway http://127.0.0.1:")
                .doesNotContain("127.0.0.1:1,");
        assertThat(Files.readString(log)).containsOnlyOnce("ready: ");
        var status = dateline.run("status");
        assertThat(status.lines()).anyMatch(line -> line.matches("pipeline  0 posts accepted.*everything is counted"));
        assertThat(up.out()).contains(status.lines().get(1).replaceFirst("gateway +", "ready: gateway "));
        assertThat(dateline.run("down").lastLine()).isEqualTo("ended");
        assertThat(dateline.run("status").exitCode()).isEqualTo(1);
    }
}
