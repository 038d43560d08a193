package dev.dateline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedKeysTest {

    private static final ApiKey ONE = new ApiKey("one", "01".repeat(32), null, null, null);
    private static final ApiKey TWO = new ApiKey("two", "02".repeat(32), null, null, null);
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("keys.json");
        write(ONE);
    }

    @Test
    void aChangedFileCountsWithin5Seconds() throws IOException {
        try (var keys = new WatchedKeys("dateline.gateway", new ApiKeys(List.of()), file)) {
            assertThat(keys.get().all()).containsExactly(ONE);

            write(TWO);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(keys.get().all()).containsExactly(TWO));
        }
    }

    @Test
    void aSecretThatIsMountedByASymbolicLinkIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        try (var keys = new WatchedKeys("dateline.gateway", new ApiKeys(List.of()), link)) {
            Path next = Files.writeString(folder.resolve("next.json"), new ApiKeys(List.of(TWO)).json());
            Files.delete(link);
            Files.createSymbolicLink(link, next);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(keys.get().all()).containsExactly(TWO));
        }
    }

    @Test
    void aFileThatBreaksLocksNobodyOutAndItsRepairCounts() throws IOException {
        try (var keys = new WatchedKeys("dateline.gateway", new ApiKeys(List.of()), file)) {
            Files.writeString(file, "{\"keys\": [");
            await().during(Duration.ofMillis(1_500))
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(keys.get().all()).containsExactly(ONE));

            write(TWO);

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(keys.get().all()).containsExactly(TWO));
        }
    }

    @Test
    void keysOfTheConfigurationStayBesideThoseOfTheFile() {
        try (var keys = new WatchedKeys("dateline.gateway", new ApiKeys(List.of(TWO)), file)) {
            assertThat(keys.get().all()).containsExactly(TWO, ONE);
        }
    }

    @Test
    void withoutAnyKeyThereIsNoStart() {
        assertThatThrownBy(() -> new WatchedKeys("dateline.gateway", new ApiKeys(List.of()), null))
                .hasMessageContaining("there is no API key")
                .hasMessageContaining("dateline.gateway.key-file");
        assertThatThrownBy(() -> new WatchedKeys("dateline.gateway", new ApiKeys(List.of()), folder.resolve("none")))
                .hasMessageContaining("does not exist");
    }

    private void write(ApiKey key) throws IOException {
        Files.writeString(file, new ApiKeys(List.of(key)).json());
    }
}
