package dev.dateline.benchmarks.pipeline;

import dev.dateline.recognition.EntityRecognizer;
import java.nio.file.Path;
import java.util.List;

/** The recogniser and nothing else, in a process of its own: prints the seconds of each pass over the articles, a line each. */
final class RecognizerLoop {

    private RecognizerLoop() {}

    /** Arguments: the file, how many articles of it, threads, passes. */
    public static void main(String... arguments) {
        List<String> texts =
                Sample.read(Path.of(arguments[0]), Long.parseLong(arguments[1])).texts();
        int threads = Integer.parseInt(arguments[2]);
        EntityRecognizer recognizer = EntityRecognizer.load();
        for (int pass = 0; pass < Integer.parseInt(arguments[3]); pass++) {
            System.out.println(Shares.seconds(texts, threads, recognizer::recognize));
        }
    }
}
