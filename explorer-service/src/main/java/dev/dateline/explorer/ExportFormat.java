package dev.dateline.explorer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;

/** How an export is written. */
enum ExportFormat {
    CSV(new MediaType("text", "csv", StandardCharsets.UTF_8)) {
        @Override
        RowWriter writer(OutputStream out, List<String> columns) throws IOException {
            return new CsvWriter(out, columns);
        }
    },
    NDJSON(MediaType.APPLICATION_NDJSON) {
        @Override
        RowWriter writer(OutputStream out, List<String> columns) {
            return new NdjsonWriter(out, columns);
        }
    };

    private final MediaType mediaType;

    ExportFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    /** As an address writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    MediaType mediaType() {
        return mediaType;
    }

    abstract RowWriter writer(OutputStream out, List<String> columns) throws IOException;
}
