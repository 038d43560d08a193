package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.client.ExplorerClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the explorer takes to answer what its page asks. */
final class QueryTimes {

    /** Asked before, so that what is measured has been compiled a little. */
    private static final int WARM_UP = 5;

    private static final int ASKED = 20;

    private QueryTimes() {}

    /** Milliseconds, the median of each. */
    static Map<String, Double> of(ExplorerClient explorer) {
        String publication = explorer.publications().get(0).key();
        Map<String, Runnable> questions = new LinkedHashMap<>();
        questions.put("totals", explorer::totals);
        questions.put("publications", explorer::publications);
        questions.put("top 20 of a publication", () -> explorer.entities(publication, null, 20));
        questions.put("search a", () -> explorer.search("a"));
        questions.put("search new york", () -> explorer.search("new york"));
        var medians = new LinkedHashMap<String, Double>();
        questions.forEach((name, question) -> medians.put(name, median(question)));
        return medians;
    }

    private static double median(Runnable question) {
        var times = new ArrayList<Double>();
        for (int i = -WARM_UP; i < ASKED; i++) {
            long begin = System.nanoTime();
            question.run();
            if (i >= 0) {
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        return new Percentiles(times).median();
    }
}
