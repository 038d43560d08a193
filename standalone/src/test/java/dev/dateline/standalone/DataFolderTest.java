package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
            ApiKey key = new ApiKey(folder);

            var hashes = key.accepted();

            String text = Files.readString(key.file()).strip();
            assertThat(text).matches("dl_local_[A-Za-z0-9_-]{43}");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
                    .isEqualTo("rw-------");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes());
            assertThat(hashes).containsExactly(HexFormat.of().formatHex(hash));
            assertThat(key.accepted()).as("on the next start").isEqualTo(hashes);
            assertThat(Files.readString(key.file()).strip()).isEqualTo(text);
        }
    }

    @Test
    void acceptsItsKeyAgainWhenTheHashesAreLost() throws Exception {
        try (DataFolder folder = DataFolder.open(temp)) {
            ApiKey key = new ApiKey(folder);
            var hashes = key.accepted();
            Files.delete(temp.resolve("api-key-hashes"));

            assertThat(key.accepted()).isEqualTo(hashes);
        }
    }
}
