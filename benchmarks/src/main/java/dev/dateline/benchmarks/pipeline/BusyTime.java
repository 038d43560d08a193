package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** CPU time of the whole machine, by Linux's {@code /proc/stat}: what others took while something was measured shows in it. */
final class BusyTime {

    /** Linux's unit of it, on every machine. */
    private static final double PER_SECOND = 100;

    /** The columns of time in which nothing ran: idle, and waiting for a disk. */
    private static final int IDLE = 3;

    private static final int WAITING = 4;

    /** The columns after these count guests, who are in the first two already. */
    private static final int COLUMNS = 8;

    private BusyTime() {}

    /** Seconds since the machine started, over all cores. */
    static double now() throws IOException {
        return of(Files.readAllLines(Path.of("/proc/stat")).get(0));
    }

    /** Of the line of all cores. */
    static double of(String line) {
        long[] columns = Arrays.stream(line.split("\\s+"))
                .skip(1)
                .limit(COLUMNS)
                .mapToLong(Long::parseLong)
                .toArray();
        return (Arrays.stream(columns).sum() - columns[IDLE] - columns[WAITING]) / PER_SECOND;
    }
}
