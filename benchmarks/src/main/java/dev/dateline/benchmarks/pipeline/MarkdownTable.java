package dev.dateline.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligned for a terminal, and to be pasted into a document. */
final class MarkdownTable {

    private final List<List<String>> rows = new ArrayList<>();

    MarkdownTable(String... heading) {
        rows.add(List.of(heading));
    }

    /** Adds texts and numbers: whole ones with thousands' commas, others with two digits behind the point, few if large. */
    MarkdownTable row(Object... cells) {
        rows.add(List.of(cells).stream().map(MarkdownTable::text).toList());
        return this;
    }

    @Override
    public String toString() {
        List<Integer> widths = IntStream.range(0, rows.get(0).size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        var lines = new ArrayList<String>();
        rows.forEach(row -> lines.add(line(row, widths)));
        lines.add(1, "| --- ".repeat(widths.size()) + "|");
        return String.join("\n", lines);
    }

    static String text(Object cell) {
        if (cell instanceof Double number) {
            int digits = number >= 100 ? 0 : number >= 10 ? 1 : 2;
            return String.format(Locale.ROOT, "%,." + digits + "f", number);
        }
        return cell instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : cell.toString();
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i ->
                        cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
