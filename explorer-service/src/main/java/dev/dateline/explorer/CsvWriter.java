package dev.dateline.explorer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows as CSV (RFC 4180, but with the line ends of Unix), a line of column names first. */
final class CsvWriter implements RowWriter {

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\r\n]");

    private final OutputStream out;

    CsvWriter(OutputStream out, List<String> columns) throws IOException {
        this.out = out;
        write(columns);
    }

    @Override
    public void write(List<?> values) throws IOException {
        String line =
                values.stream().map(Object::toString).map(CsvWriter::field).collect(Collectors.joining(",", "", "\n"));
        out.write(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String field(String value) {
        return NEEDS_QUOTES.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
