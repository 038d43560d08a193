package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

    private static final int THREADS = 8;

    @Test
    void manyThreadsFindTheSame() throws Exception {
        List<String> texts = SampleTexts.all();
        List<List<Mention>> expected = recognizeAll(texts);
        Callable<List<List<Mention>>> task = () -> recognizeAll(texts);
        var pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<List<Mention>>> found : pool.invokeAll(Collections.nCopies(THREADS, task))) {
                assertThat(found.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<List<Mention>> recognizeAll(List<String> texts) {
        return texts.stream().map(SharedRecognizer.INSTANCE::recognize).toList();
    }
}
