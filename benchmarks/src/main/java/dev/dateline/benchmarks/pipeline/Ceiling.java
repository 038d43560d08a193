package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the pipeline could reach at most: the recogniser alone, a thread for each core, in a JVM with the standalone's options.
 *
 * @param coldSeconds of the first pass of a new JVM, which is what the pipeline is in too
 * @param steadySeconds of the last pass
 */
record Ceiling(int articles, int threads, double coldSeconds, double steadySeconds) {

    /** The first has everything to learn; the second and third do. */
    private static final int PASSES = 4;

    static Ceiling measure(DataSet set, List<String> jvmOptions) throws IOException, InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), RecognizerLoop.class.getName()));
        command.addAll(List.of(
                set.file().toString(),
                Integer.toString(set.limit()),
                Integer.toString(threads),
                Integer.toString(PASSES)));
        Process loop = Children.start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
        String text = new String(loop.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<Double> passes = text.lines().map(Double::valueOf).collect(Collectors.toList());
        if (loop.waitFor() != 0 || passes.size() != PASSES) {
            throw new IOException("the recogniser's loop failed: " + text);
        }
        return new Ceiling(set.size().articles(), threads, passes.get(0), passes.get(PASSES - 1));
    }

    double coldRate() {
        return articles / coldSeconds;
    }

    double steadyRate() {
        return articles / steadySeconds;
    }
}
