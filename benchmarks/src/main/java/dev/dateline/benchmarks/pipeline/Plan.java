package dev.dateline.benchmarks.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param articles the file, as {@code dateline upload} takes it
 * @param dateline the launcher
 * @param output the folder for results and, while it runs, for data
 * @param sizes of the sets in articles; beyond the file's own number its articles are copied with new ids and shuffled
 *     sentences. Empty for the file as it is
 * @param setups each set is measured with each of them
 * @param passes over each set in one process, each with new ids and shuffled sentences: the first is what a process that has
 *     just started does, the others what one that has run for a while does
 * @param repeats of each measurement, each in a process of its own
 * @param peers whether CoreNLP's server is measured too, which takes minutes
 * @param peerArticles that CoreNLP's server is timed with
 * @param latency how long posts are sent at low load; 0 leaves it out
 * @param observe whether one more run is looked into, by a profiler and by triggers in the store
 */
record Plan(
        Path articles,
        Path dateline,
        Path output,
        List<Integer> sizes,
        List<Setup> setups,
        int passes,
        int repeats,
        boolean peers,
        int peerArticles,
        int latency,
        boolean observe) {

    /** Takes them from the properties that docs/performance.md names. */
    static Plan of(Properties properties) {
        String articles = properties.getProperty("articles", "");
        if (articles.isEmpty()) {
            throw new IllegalArgumentException("-Darticles= is missing: a file as \"dateline upload\" takes it");
        }
        List<Integer> partitions = numbers(properties.getProperty("partitions", ""));
        List<Integer> extractors = numbers(properties.getProperty("extractors", ""));
        return new Plan(
                Path.of(articles).toAbsolutePath(),
                Path.of(properties.getProperty("dateline")).toAbsolutePath().normalize(),
                Path.of(properties.getProperty("output")).toAbsolutePath().normalize(),
                numbers(properties.getProperty("sizes", "")),
                Setup.all(partitions, extractors),
                Integer.parseInt(properties.getProperty("passes", "2")),
                Integer.parseInt(properties.getProperty("repeats", "1")),
                Boolean.parseBoolean(properties.getProperty("peers", "true")),
                Integer.parseInt(properties.getProperty("peer-articles", "20")),
                Integer.parseInt(properties.getProperty("latency", "60")),
                Boolean.parseBoolean(properties.getProperty("observe", "true")));
    }

    private static List<Integer> numbers(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }
}
