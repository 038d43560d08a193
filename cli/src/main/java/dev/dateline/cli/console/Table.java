package dev.dateline.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under a heading: aligned columns for a person, tab-separated ones with plain numbers for a program. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> heading;
    private final List<List<Object>> rows = new ArrayList<>();

    public Table(String... heading) {
        this.heading = List.of(heading);
    }

    /** Adds a row of texts and numbers, as many as the heading has columns. */
    public void add(Object... cells) {
        if (cells.length != heading.size()) {
            throw new IllegalArgumentException("a row of %d cells under %s".formatted(cells.length, heading));
        }
        rows.add(List.of(cells));
    }

    /** Prints what was added. */
    public void print(Terminal terminal) {
        if (terminal.interactive()) {
            List<Integer> widths =
                    IntStream.range(0, heading.size()).mapToObj(this::width).toList();
            terminal.out().println(terminal.faint(aligned(heading, widths)));
            rows.forEach(row -> terminal.out().println(aligned(row, widths)));
        } else {
            terminal.out().println(String.join("\t", heading));
            rows.forEach(row ->
                    terminal.out().println(row.stream().map(Object::toString).collect(Collectors.joining("\t"))));
        }
    }

    private int width(int column) {
        return IntStream.concat(
                        IntStream.of(length(heading.get(column))),
                        rows.stream().mapToInt(row -> length(text(row.get(column)))))
                .max()
                .orElse(0);
    }

    private String aligned(List<?> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> {
                    String text = text(cells.get(i));
                    String padding = " ".repeat(widths.get(i) - length(text));
                    return isNumeric(i) ? padding + text : text + padding;
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.get(0).get(column) instanceof Number;
    }

    private static String text(Object cell) {
        return cell instanceof Number number ? "%,d".formatted(number.longValue()) : cell.toString();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
