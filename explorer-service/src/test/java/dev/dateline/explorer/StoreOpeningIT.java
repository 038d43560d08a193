package dev.dateline.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.store.CountQueries;
import dev.dateline.store.StoreOpener;
import dev.dateline.store.StoreSettings;
import dev.dateline.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StoreOpeningIT {

    @TempDir
    Path folder;

    @Test
    void aStoreThatIsAwayIsNamedAndWaitedFor(CapturedOutput log) throws Exception {
        Path place = Files.writeString(folder.resolve("data"), "no folder yet");
        var settings = new StoreSettings(StoreSettings.Type.SQLITE, place.resolve("counts.db"), null, null);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<CountQueries> opened = thread.submit(new StoreOpener<>(() -> Stores.openToRead(settings))::open);
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> log.getOut().contains("waiting for the store"));
            assertThat(opened).isNotDone();

            Files.delete(place);
            Files.createDirectory(place);
            try (CountQueries queries = opened.get(120, TimeUnit.SECONDS)) {
                assertThat(queries.totals().articles()).isZero();
            }
        } finally {
            thread.shutdownNow();
        }
    }
}
