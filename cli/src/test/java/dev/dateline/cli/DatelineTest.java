package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "status",
                "prepare",
                "down",
                "upload",
                "drain",
                "export",
                "top",
                "search",
                "recognize",
                "verify"
            })
    void everyCommandHasHelp(String command) {
        Run run = Run.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: dateline " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void itsOwnHelpNamesTheCommandsAndTheExitCodes() {
        Run run = Run.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("upload", "verify", "Exit codes:", "2   wrong usage");
    }

    @Test
    void wrongUsageIsOneLineAndExit2() {
        Run run = Run.of("upload");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("dateline: Missing required parameter: 'FILE'; see: dateline upload --help\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-such-command", "--no-such-option", "drain --timeout soon", "export --format xml"})
    void whatMakesNoSenseIsOneLineAndExit2(String arguments) {
        Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("dateline: ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drain", "export", "top Reuters", "search trump"})
    void anExplorerThatIsAwayIsOneLineThatSaysWhatToDoAndExit1(String arguments) {
        Run run = Run.of((arguments + " --explorer-url http://127.0.0.1:1").split(" "));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("dateline: nothing answers at http://127.0.0.1:1; start it with: dateline up\n");
    }

    @Test
    void debugShowsWhereAFailureComesFrom() {
        Run run = Run.of("drain", "--explorer-url", "http://127.0.0.1:1", "--debug");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("dateline: nothing answers").contains("\tat dev.dateline.cli.");
    }
}
