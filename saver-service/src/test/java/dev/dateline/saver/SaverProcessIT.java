package dev.dateline.saver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process of its own, which tells by its exit code how it ended. */
class SaverProcessIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private TestBroker broker;
    private StoreSettings settings;
    private Process process;

    @BeforeEach
    void open() throws Exception {
        broker = TestBroker.withNewTopics();
        settings = new StoreSettings(StoreSettings.Type.SQLITE, folder.resolve("test.db"), null, null);
    }

    @AfterEach
    void close() {
        process.destroyForcibly();
    }

    @Test
    void aSaverThatCannotGoOnEndsWithExitCode1AndSaysWhyInOneLine() throws Exception {
        try (CountStore store = Stores.openToWrite(settings)) {
            store.apply(new PartitionId("processed", 0), Position.START, new Position(1, "another"), List.of());
        }

        process = run();

        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(log()))
                .filteredOn(line -> line.contains("ERROR"))
                .singleElement()
                .asString()
                .contains("the store's ledger of processed-0 (offset 1) belongs to another topic");
    }

    private Path log() {
        return folder.resolve("saver.log");
    }

    private Process run() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        // A process of seconds, most of which it starts.
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "dev.dateline.saver.SaverService",
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + broker.address(),
                        "--dateline.saver.partitions=" + TestBroker.PARTITIONS,
                        "--dateline.saver.store.file=" + settings.file())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }
}
