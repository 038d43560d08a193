package dev.dateline.benchmarks;

import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.recognition.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Text to mentions, of one article of about 650 tokens. One recogniser serves all threads: -Djmh.threads=2 shows how it scales. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class RecognitionBenchmark {

    private final EntityRecognizer recognizer = EntityRecognizer.load();
    private final String article = article();

    /** Articles per second. */
    @Benchmark
    public List<Mention> recognize() {
        return recognizer.recognize(article);
    }

    private static String article() {
        try (InputStream article = RecognitionBenchmark.class.getResourceAsStream("article.txt")) {
            if (article == null) {
                throw new IllegalStateException("no article.txt in the jar");
            }
            return new String(article.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
