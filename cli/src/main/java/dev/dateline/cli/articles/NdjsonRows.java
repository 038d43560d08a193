package dev.dateline.cli.articles;

import dev.dateline.cli.articles.Lines.Line;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line; empty lines are no rows. */
final class NdjsonRows implements Rows {

    private static final JsonMapper JSON = new JsonMapper();

    private final Lines lines;
    private final Columns columns;
    private final RowMaker maker;

    NdjsonRows(Lines lines, Columns columns, RowMaker maker) {
        this.lines = lines;
        this.columns = columns;
        this.maker = maker;
    }

    @Override
    public @Nullable Row next() throws IOException {
        Line line = lines.next();
        while (line != null && line.text().isBlank()) {
            line = lines.next();
        }
        return line == null ? null : row(line);
    }

    private Row row(Line line) {
        if (line.cut()) {
            return new Row.Unusable(line.number(), "longer than %,d characters".formatted(Lines.MAX_LENGTH), "");
        }
        try {
            JsonNode node = JSON.readTree(line.text());
            return node.isObject()
                    ? maker.row(line.number(), fields(node))
                    : new Row.Unusable(line.number(), "not JSON: expected an object", line.text());
        } catch (JacksonException e) {
            return new Row.Unusable(line.number(), "not JSON: " + e.getOriginalMessage(), line.text());
        }
    }

    private ObjectNode fields(JsonNode node) {
        ObjectNode fields = RowMaker.newFields();
        columns.namesByField()
                .forEach((field, names) -> names.stream()
                        .filter(node::hasNonNull)
                        .findFirst()
                        .ifPresent(name -> fields.set(field, node.get(name))));
        return fields;
    }
}
