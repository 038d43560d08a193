package dev.dateline.benchmarks;

import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Words;
import dev.dateline.recognition.tokens.SentenceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Text to mentions, ours and stock CoreNLP's, in one run. Ours goes first, in a JVM that has done nothing yet: its first
 * pass has everything to learn.
 */
final class RecognitionCost {

    /** Ours is in steady state after three passes over a thousand articles; the fourth is reported. */
    private static final int WARM_UP_PASSES = 3;

    /** Articles for the standard pipeline, which takes nearly a second for each. */
    private static final int FEW = 20;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double BYTES_PER_MIB = 1 << 20;

    private RecognitionCost() {}

    public static void main(String... args) throws IOException {
        List<String> articles = Articles.read(Path.of(args[0]));
        long empty = Meter.liveHeap();
        long started = System.nanoTime();
        var recognizer = EntityRecognizer.load();
        recognizer.recognize("Angela Merkel spoke in Paris.");
        System.out.printf("load to the first mention %.2f s%n", (System.nanoTime() - started) / NANOS_PER_SECOND);
        System.out.printf("live heap of the models %.0f MiB%n", (Meter.liveHeap() - empty) / BYTES_PER_MIB);

        Meter.Usage cold = usage(articles, recognizer::recognize);
        for (int i = 0; i < WARM_UP_PASSES; i++) {
            articles.forEach(recognizer::recognize);
        }
        Meter.Usage warm = usage(articles, recognizer::recognize);
        double two = ratioOfTwoThreads(articles, recognizer);
        System.out.printf("live heap with what was learnt %.0f MiB%n", (Meter.liveHeap() - empty) / BYTES_PER_MIB);

        StockPipeline reference = StockPipeline.reference();
        articles.stream().limit(FEW).forEach(reference::annotate);
        Meter.Usage stock = usage(articles, reference::annotate);
        StockPipeline standard = StockPipeline.standard();
        List<String> few = articles.stream().limit(FEW).toList();
        few.forEach(standard::annotate);
        Meter.Usage standardUsage = usage(few, standard::annotate);

        long tokens = tokens(articles);
        double base = stock.processNanos() / (double) tokens;
        System.out.printf("%,d articles, %,d tokens%n%n", articles.size(), tokens);
        System.out.printf(
                "%-32s %10s %12s %12s %8s %10s%n", "", "us/token", "in thread", "tokens/s", "times", "B/token");
        print("ours, first pass", cold, tokens, base);
        print("ours, steady state", warm, tokens, base);
        print("CoreNLP, same configuration", stock, tokens, base);
        print("CoreNLP, standard, %d articles".formatted(FEW), standardUsage, tokens(few), base);
        System.out.printf("%ntwo threads do %.2f times the work of one%n", two);
    }

    private static Meter.Usage usage(List<String> articles, Consumer<String> work) {
        Meter.Usage before = Meter.usage();
        articles.forEach(work);
        return Meter.usage().since(before);
    }

    /** Articles per second of two threads, to those of one. */
    private static double ratioOfTwoThreads(List<String> articles, EntityRecognizer recognizer) {
        long started = System.nanoTime();
        articles.forEach(recognizer::recognize);
        long one = System.nanoTime() - started;
        started = System.nanoTime();
        Stream.of(1, 2)
                .map(thread -> CompletableFuture.runAsync(
                        () -> articles.forEach(recognizer::recognize), task -> new Thread(task).start()))
                .toList()
                .forEach(CompletableFuture::join);
        return 2.0 * one / (System.nanoTime() - started);
    }

    private static long tokens(List<String> articles) {
        long[] tokens = {0};
        var reader = SentenceReader.factory(new Words(Models.load(), 1 << 10), 1 << 10)
                .reader(sentence -> tokens[0] += sentence.size());
        for (String article : articles) {
            char[] text = (article + ' ').toCharArray();
            reader.read(text, text.length);
        }
        return tokens[0];
    }

    private static void print(String what, Meter.Usage usage, long tokens, double base) {
        double perToken = usage.processNanos() / (double) tokens;
        System.out.printf(
                "%-32s %10.2f %12.2f %,12.0f %8.1f %10.0f%n",
                what,
                perToken / NANOS_PER_MICRO,
                usage.threadNanos() / NANOS_PER_MICRO / tokens,
                NANOS_PER_SECOND / perToken,
                base / perToken,
                usage.allocated() / (double) tokens);
    }
}
