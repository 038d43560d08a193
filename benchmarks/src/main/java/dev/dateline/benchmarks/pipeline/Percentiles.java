package dev.dateline.benchmarks.pipeline;

import java.util.Collection;

/** Of measured times: the smallest of them that so much of all are not above. */
final class Percentiles {

    private final double[] sorted;

    Percentiles(Collection<Double> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /**
     * By the nearest rank: always a time that was measured.
     *
     * @param share above 0, at most 1
     */
    double at(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    double median() {
        return at(0.5);
    }

    double worst() {
        return at(1);
    }
}
