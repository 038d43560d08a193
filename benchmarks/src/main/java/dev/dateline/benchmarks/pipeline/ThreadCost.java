package dev.dateline.benchmarks.pipeline;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one thread of a JVM has used since it began, as {@code jcmd PID Thread.print -e} says.
 *
 * @param id the operating system's, which tells apart threads of one name
 * @param allocated bytes; 0 for the JVM's own threads
 */
record ThreadCost(String name, String id, double cpuSeconds, long allocated) {

    private static final Pattern LINE =
            Pattern.compile("\"(?<name>.*)\" .*?cpu=(?<cpu>[0-9.]+)ms .*?nid=(?<id>\\S+).*");
    private static final Pattern ALLOCATED = Pattern.compile(" allocated=([0-9.]+)([BKMGT]) ");
    private static final String UNITS = "BKMGT";

    /** Empty if the line does not begin a thread: the rest is its stack. */
    static Optional<ThreadCost> of(String line) {
        Matcher thread = LINE.matcher(line);
        if (!thread.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ThreadCost(
                thread.group("name"),
                thread.group("id"),
                Double.parseDouble(thread.group("cpu")) / 1e3,
                allocated(line)));
    }

    private static long allocated(String line) {
        Matcher allocated = ALLOCATED.matcher(line);
        if (!allocated.find()) {
            return 0;
        }
        int unit = UNITS.indexOf(allocated.group(2));
        return Math.round(Double.parseDouble(allocated.group(1)) * (1L << (10 * unit)));
    }
}
