package dev.dateline.benchmarks;

import dev.dateline.model.EntityType;
import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.recognition.Mention;
import dev.dateline.recognition.crf.Labeller;
import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Sentence;
import dev.dateline.recognition.crf.Words;
import dev.dateline.recognition.tokens.SentenceReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The parts of finding names in an article of about 650 tokens that are all known, and the whole. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RecognitionBenchmark {

    /** The whole. One recogniser serves all threads: {@code -Djmh.threads=2} shows how it scales. */
    @Benchmark
    public List<Mention> mentions(Shared shared) {
        return shared.recognizer.recognize(shared.article);
    }

    /** Text to sentences of words. */
    @Benchmark
    public void sentences(OneThread parts) {
        parts.reader.read(parts.text, parts.text.length);
    }

    /** Sentences to labels, by both models. */
    @Benchmark
    public void labels(OneThread parts, Blackhole sink) {
        for (Sentence sentence : parts.sentences) {
            @Nullable EntityType[] labels = parts.labeller.label(sentence);
            sink.consume(labels);
        }
    }

    /** What threads share. */
    @State(Scope.Benchmark)
    public static class Shared {

        private final EntityRecognizer recognizer = EntityRecognizer.load();
        private final String article = article();
    }

    /** What each thread has. */
    @State(Scope.Thread)
    public static class OneThread {

        private final char[] text = (article() + ' ').toCharArray();
        private final Models models = Models.load();
        private final Words words = new Words(models, 1 << 12);
        private final SentenceReader.Factory readers = SentenceReader.factory(words, 1 << 12);
        private final SentenceReader reader = readers.reader(sentence -> {});
        private final Labeller labeller = new Labeller(models);
        private final List<Sentence> sentences = new ArrayList<>();

        /** Keeps the sentences, for {@link #labels}. */
        public OneThread() {
            readers.reader(sentence -> sentences.add(copy(sentence))).read(text, text.length);
        }

        private Sentence copy(Sentence sentence) {
            var copy = new Sentence(words);
            for (int i = 0; i < sentence.size(); i++) {
                copy.add(sentence.word(i), sentence.begin(i), sentence.end(i));
            }
            return copy;
        }
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
