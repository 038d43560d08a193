package dev.dateline.cli.upload;

import dev.dateline.cli.articles.Row;
import dev.dateline.model.PostJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows that were not taken, as NDJSON: each with its fields and why, to be mended and uploaded again. For many threads. */
public final class Rejected implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final @Nullable Path file;
    private @Nullable BufferedWriter writer;

    private Rejected(@Nullable Path file) {
        this.file = file;
    }

    /** Keeps none. */
    public static Rejected forgotten() {
        return new Rejected(null);
    }

    /** Keeps them in this file, which is made when the first comes. */
    public static Rejected in(Path file) {
        return new Rejected(file);
    }

    synchronized void add(String origin, Row row, String reason) {
        if (file == null) {
            return;
        }
        try {
            if (writer == null) {
                writer = Files.newBufferedWriter(file);
            }
            ObjectNode line = fields(row);
            line.putObject("rejected")
                    .put("file", origin)
                    .put("line", row.line())
                    .put("reason", reason);
            writer.write(line.toString());
            writer.newLine();
            // Also there when the upload is interrupted.
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ObjectNode fields(Row row) {
        String text = row instanceof Row.Article article
                ? new String(PostJson.write(article.post()), StandardCharsets.UTF_8)
                : row instanceof Row.Unusable unusable ? unusable.text() : "";
        try {
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode fields) {
                return fields;
            }
        } catch (JacksonException e) {
            // Not even JSON: kept as it is.
        }
        return JSON.createObjectNode().put("unreadable", text);
    }
}
