package dev.dateline.benchmarks;

import dev.dateline.model.EntityType;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Counts the names that were found as people found them: begin, end and type. */
final class Score {

    private static final double PERCENT = 100;

    private final Map<EntityType, int[]> counts = new EnumMap<>(EntityType.class);

    void add(List<Span> labelled, List<Span> found) {
        var expected = new HashSet<>(labelled);
        labelled.forEach(span -> count(span.type())[0]++);
        found.forEach(span -> count(span.type())[1]++);
        found.stream().filter(expected::contains).forEach(span -> count(span.type())[2]++);
    }

    /** Labelled, found, and both. */
    private int[] count(EntityType type) {
        return counts.computeIfAbsent(type, any -> new int[3]);
    }

    /** A line for each type and one for all. */
    String table() {
        var table = new StringBuilder();
        int[] all = new int[3];
        counts.forEach((type, count) -> {
            table.append(line(type.name(), count));
            for (int i = 0; i < all.length; i++) {
                all[i] += count[i];
            }
        });
        return table.append(line("all", all)).toString();
    }

    private static String line(String name, int[] count) {
        double precision = PERCENT * count[2] / Math.max(1, count[1]);
        double recall = PERCENT * count[2] / Math.max(1, count[0]);
        double f1 = 2 * precision * recall / Math.max(1e-9, precision + recall);
        return "  %-14s %6d labelled %6d found %6d right   P %6.2f   R %6.2f   F1 %6.2f%n"
                .formatted(name, count[0], count[1], count[2], precision, recall, f1);
    }
}
