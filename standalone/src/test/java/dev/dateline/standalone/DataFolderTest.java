package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.keys.ApiKey;
import dev.dateline.keys.ApiKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path temp;

    @Test
    void isMadeWithItsParents() {
        Path data = temp.resolve("a/b");

        DataFolder.open(data).close();

        assertThat(data).isDirectory();
    }

    @Test
    void belongsToOneAtATime() {
        try (DataFolder first = DataFolder.open(temp)) {
            assertThatThrownBy(() -> DataFolder.open(temp))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage(
                            "already running on %s (pid %d)",
                            first.path(), ProcessHandle.current().pid());
        }
        DataFolder.open(temp).close();
    }

    @Test
    void cannotBeAFile() throws IOException {
        Path file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("can't write to the data folder %s: a file is in its place", file);
    }

    @Test
    void cannotHaveACommaWhichKafkaTakesForAnotherFolder() {
        assertThatThrownBy(() -> DataFolder.open(temp.resolve("a,b"))).isInstanceOf(CannotStartException.class);
    }

    @Test
    void holdsAKeyThatOnlyItsOwnerReadsAndItsHash() throws Exception {
        try (DataFolder folder = DataFolder.open(temp)) {
            LocalKey key = new LocalKey(folder);

            ApiKeys accepted = key.accepted().read();

            String text = Files.readString(key.file()).strip();
            assertThat(text).matches("dl_local_[A-Za-z0-9_-]{43}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
                    .isEqualTo("rw-------");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes());
            assertThat(accepted.all())
                    .extracting(ApiKey::name, ApiKey::sha256)
                    .containsExactly(tuple("local", HexFormat.of().formatHex(hash)));
            assertThat(key.accepted().read().all()).as("on the next start").isEqualTo(accepted.all());
            assertThat(Files.readString(key.file()).strip()).isEqualTo(text);
            assertThat(Files.readString(temp.resolve("keys.json"))).doesNotContain(text);
        }
    }

    @Test
    void acceptsItsKeyAgainWhenTheHashesAreLost() throws Exception {
        try (DataFolder folder = DataFolder.open(temp)) {
            LocalKey key = new LocalKey(folder);
            String hash = key.accepted().read().all().get(0).sha256();
            Files.delete(temp.resolve("keys.json"));

            assertThat(key.accepted().read().all()).extracting(ApiKey::sha256).containsExactly(hash);
        }
    }
}
