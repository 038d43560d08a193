package dev.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.Scope;
import dev.dateline.keys.Secret;
import dev.dateline.standalone.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    @TempDir
    Path folder;

    @Test
    void aKeyIsShownOnceAndOnlyItsHashIsKept() throws IOException {
        Run run = keys("add", "wire");

        String secret = run.out().strip();
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(secret).matches("dl_wire_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(file())).doesNotContain(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        ApiKey key = new KeyFile(file()).read().find(new Secret(secret)).orElseThrow();
        assertThat(key.isValid(Instant.now())).isTrue();
        assertThat(key.scopes()).containsExactly(Scope.SUBMIT);
    }

    @Test
    void aKeyHasTheScopesAndTimesThatWereAskedFor() {
        keys(
                "add",
                "monitor",
                "--scope",
                "read,admin",
                "--from",
                "2020-01-01T00:00:00Z",
                "--until",
                "2021-01-01T00:00:00Z");
        keys("add", "later", "--from", "2999-01-01T00:00:00Z");

        assertThat(keys("list").outLines())
                .containsExactly(
                        "name\tstate\tscopes\tfrom\tuntil",
                        "monitor\tended\tread,admin\t2020-01-01T00:00:00Z\t2021-01-01T00:00:00Z",
                        "later\tnot yet valid\tsubmit\t2999-01-01T00:00:00Z\t-");
    }

    @Test
    void aRevokedKeyEndsAndItsNameIsFreeAgain() {
        keys("add", "wire");

        assertThat(keys("add", "wire").err())
                .isEqualTo("dateline: there is a key \"wire\" already; revoke it first, or choose another name\n");
        assertThat(keys("revoke", "wire").exitCode()).isZero();
        assertThat(keys("list").out()).contains("wire\tended");
        assertThat(keys("revoke", "wire").err()).contains("there is no key \"wire\" in " + file());
        assertThat(keys("add", "wire").exitCode()).isZero();
    }

    @Test
    void aKeyThatEndsLaterIsValidUntilThen() {
        String secret = keys("add", "wire").out().strip();

        keys("revoke", "wire", "--in", "24h");

        ApiKey key = new KeyFile(file()).read().find(new Secret(secret)).orElseThrow();
        assertThat(key.isValid(Instant.now())).isTrue();
        assertThat(key.isValid(Instant.now().plusSeconds(24 * 3_600))).isFalse();
    }

    @Test
    void whatMakesNoSenseIsOneLine() throws IOException {
        assertThat(keys("add", "A_B").err()).isEqualTo("dateline: a key's name must be 1 to 40 of a-z 0-9 -\n");
        assertThat(keys("add", "a", "--scope", "all").exitCode()).isEqualTo(2);
        Path none = folder.resolve("none.json");
        assertThat(Run.of("keys", "list", "--file", none.toString()).err())
                .isEqualTo("dateline: there is no file %s\n".formatted(none));
        Files.writeString(file(), "nonsense");
        assertThat(keys("list").err()).startsWith("dateline: the keys in " + file() + ": is not JSON");
        assertThat(keys("add", "a").exitCode()).isEqualTo(1);
        assertThat(Files.readString(file())).isEqualTo("nonsense");
    }

    private Path file() {
        return folder.resolve("keys.json");
    }

    private Run keys(String... arguments) {
        String[] file = {"--data", folder.toString()};
        return Run.of(
                Stream.of(new String[] {"keys", arguments[0]}, file, Arrays.copyOfRange(arguments, 1, arguments.length))
                        .flatMap(Arrays::stream)
                        .toArray(String[]::new));
    }
}
