package dev.dateline.explorer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Rows as JSON objects, one a line. */
final class NdjsonWriter implements RowWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final List<String> columns;

    NdjsonWriter(OutputStream out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void write(List<?> values) throws IOException {
        var line = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            for (int i = 0; i < columns.size(); i++) {
                if (values.get(i) instanceof Number number) {
                    json.writeNumberProperty(columns.get(i), number.longValue());
                } else {
                    json.writeStringProperty(columns.get(i), values.get(i).toString());
                }
            }
            json.writeEndObject();
        }
        line.write('\n');
        line.writeTo(out);
    }
}
