package dev.dateline.cli.upload;

import dev.dateline.cli.console.Table;
import dev.dateline.cli.console.Terminal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of each publication's rows. For many threads. */
public final class Publications {

    /** A column that is no publication may hold a million different texts. */
    private static final int MOST = 10_000;

    private static final int SHOWN = 20;
    private static final String UNKNOWN = "(unknown)";
    private static final String OTHERS = "(others)";

    private final Map<String, Counts> counts = new LinkedHashMap<>();

    private record Counts(long accepted, long rejected) {

        Counts plus(Counts other) {
            return new Counts(accepted + other.accepted, rejected + other.rejected);
        }

        long rows() {
            return accepted + rejected;
        }
    }

    void accept(String publication) {
        add(publication, new Counts(1, 0));
    }

    void reject(String publication) {
        add(publication, new Counts(0, 1));
    }

    /** A table of those with the most rows; nothing if there were none. */
    public synchronized void print(Terminal terminal) {
        if (counts.isEmpty()) {
            return;
        }
        var table = new Table("publication", "accepted", "rejected");
        List<Map.Entry<String, Counts>> most = counts.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, Counts> entry) -> -entry.getValue().rows()))
                .toList();
        most.stream()
                .limit(SHOWN)
                .forEach(entry -> table.add(
                        entry.getKey(),
                        entry.getValue().accepted(),
                        entry.getValue().rejected()));
        table.print(terminal);
        if (most.size() > SHOWN) {
            terminal.out().println("and %,d more publications".formatted(most.size() - SHOWN));
        }
    }

    private synchronized void add(String publication, Counts more) {
        String name = publication.isEmpty() ? UNKNOWN : publication;
        boolean fits = counts.size() < MOST || counts.containsKey(name);
        counts.merge(fits ? name : OTHERS, more, Counts::plus);
    }
}
