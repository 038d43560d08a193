package dev.dateline.benchmarks;

import dev.dateline.recognition.EntityRecognizer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** 256 KiB of what a tokeniser or a decoder may trip over, ours and stock CoreNLP's without our bounds. */
final class HostileCost {

    /** CoreNLP gets this long for each. */
    private static final int PATIENCE_SECONDS = 20;

    private static final double NANOS_PER_SECOND = 1e9;

    private HostileCost() {}

    public static void main(String... args) throws Exception {
        EntityRecognizer recognizer = EntityRecognizer.load();
        StockPipeline stock = StockPipeline.reference();
        String usual = "Angela Merkel told reporters in Paris that Siemens would stay. ".repeat(2_000);
        recognizer.recognize(usual);
        stock.annotate(usual);
        // Ours first: what CoreNLP does not finish goes on in the background.
        var ours = new LinkedHashMap<String, Double>();
        texts().forEach((name, text) -> ours.put(name, seconds(() -> recognizer.recognize(text))));
        System.out.printf("%-32s %10s %16s%n", "256 KiB of", "ours, s", "CoreNLP, s");
        for (Map.Entry<String, String> text : texts().entrySet()) {
            String theirs = stockSeconds(stock, text.getValue());
            System.out.printf("%-32s %10.2f %16s%n", text.getKey(), ours.get(text.getKey()), theirs);
        }
        // A tokeniser that is still busy can't be stopped.
        System.exit(0);
    }

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("a", filled("a"));
        texts.put("a sentence without a full stop", filled("the Fox jumps over Angela Merkel in Paris "));
        texts.put("emoji", filled("\uD83D\uDE00"));
        texts.put("emoji and spaces", filled("\uD83D\uDE00 "));
        texts.put("#a#a", filled("#a"));
        texts.put("&amp;&amp;", filled("&amp;"));
        texts.put("U+200B", filled("\u200B"));
        texts.put("((((", filled("("));
        texts.put(",,,,", filled(","));
        texts.put("<!-- without an end", filled("<!-- "));
        texts.put("no-break spaces", filled("a\u00A0"));
        texts.put("words that no text had before", differentWords());
        return texts;
    }

    private static String filled(String scrap) {
        return scrap.repeat(EntityRecognizer.MAX_TEXT_BYTES / scrap.getBytes(StandardCharsets.UTF_8).length);
    }

    private static String differentWords() {
        var random = new Random(1);
        var text = new StringBuilder();
        while (text.length() < EntityRecognizer.MAX_TEXT_BYTES - 16) {
            random.ints(2 + random.nextInt(9), 'a', 'z' + 1).forEach(text::appendCodePoint);
            text.append(' ');
        }
        return text.toString();
    }

    private static double seconds(Runnable work) {
        long before = Meter.usage().threadNanos();
        work.run();
        return (Meter.usage().threadNanos() - before) / NANOS_PER_SECOND;
    }

    private static String stockSeconds(StockPipeline stock, String text) throws InterruptedException {
        var taken = CompletableFuture.supplyAsync(() -> seconds(() -> stock.annotate(text)), HostileCost::daemon);
        try {
            return "%.2f".formatted(taken.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause() instanceof OutOfMemoryError ? "out of memory" : String.valueOf(e.getCause());
        } catch (TimeoutException e) {
            return "over " + PATIENCE_SECONDS;
        }
    }

    private static void daemon(Runnable task) {
        var thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }
}
