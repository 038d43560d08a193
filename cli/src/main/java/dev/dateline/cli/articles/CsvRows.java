package dev.dateline.cli.articles;

import dev.dateline.cli.articles.CsvRow.MalformedException;
import dev.dateline.cli.articles.Lines.Line;
import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * CSV with a header. Empty cells hold nothing; lines without anything are no rows.
 *
 * <p>A row that does not parse costs its first line only, and reading goes on with the second: where a quote is never
 * closed, what follows are most likely rows of their own.
 */
final class CsvRows implements Rows {

    private final Lines lines;
    private final RowMaker maker;
    private final int width;
    private final Map<String, Integer> positions;

    /**
     * Reads the header.
     *
     * @throws Failure (usage) if it lacks a column
     */
    CsvRows(Lines lines, String file, Columns columns, RowMaker maker) throws IOException {
        this.lines = lines;
        this.maker = maker;
        List<String> header = header(file);
        this.width = header.size();
        this.positions = columns.positions(header, file);
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line first = nextFilled();
        if (first == null) {
            return null;
        }
        try {
            List<String> cells = cells(first);
            return cells.size() == width
                    ? maker.row(first.number(), fields(cells))
                    : new Row.Unusable(
                            first.number(),
                            "%d columns, the header has %d".formatted(cells.size(), width),
                            first.text());
        } catch (MalformedException e) {
            return new Row.Unusable(first.number(), String.valueOf(e.getMessage()), first.text());
        }
    }

    private List<String> header(String file) throws IOException {
        Line first = nextFilled();
        if (first == null) {
            return List.of();
        }
        try {
            return cells(first);
        } catch (MalformedException e) {
            throw Failure.usage("%s:%d: %s".formatted(file, first.number(), e.getMessage()));
        }
    }

    private @Nullable Line nextFilled() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private List<String> cells(Line first) throws IOException, MalformedException {
        var row = new CsvRow();
        var further = new ArrayList<Line>();
        try {
            Line line = first;
            while (!row.endsWith(line.text())) {
                line = lines.next();
                if (line == null || row.length() > Lines.MAX_LENGTH) {
                    throw new MalformedException("a quote is never closed");
                }
                further.add(line);
            }
            if (line.cut()) {
                throw new MalformedException("longer than %,d characters".formatted(Lines.MAX_LENGTH));
            }
            return row.cells();
        } catch (MalformedException e) {
            lines.handBack(further);
            throw e;
        }
    }

    private ObjectNode fields(List<String> cells) {
        ObjectNode fields = RowMaker.newFields();
        positions.forEach((field, position) -> {
            String cell = cells.get(position);
            if (!cell.isBlank()) {
                fields.put(field, cell);
            }
        });
        return fields;
    }
}
