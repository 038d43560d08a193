package dev.dateline.cli.articles;

import dev.dateline.model.PostJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An open file of articles. For one thread. */
final class ArticleReader implements AutoCloseable {

    private static final int BUFFER_SIZE = 64 * 1024;

    private final ArticleFile file;
    private final CountedInput raw;
    private final Rows rows;

    private ArticleReader(ArticleFile file, CountedInput raw, Rows rows) {
        this.file = file;
        this.raw = raw;
        this.rows = rows;
    }

    static ArticleReader open(ArticleFile file, InputStream bytes, Columns columns, int maxContentBytes)
            throws IOException {
        var raw = new CountedInput(bytes);
        try {
            InputStream plain = unzipped(new BufferedInputStream(raw, BUFFER_SIZE));
            Boolean isCsv = file.isCsv();
            boolean csv = isCsv == null ? !beginsWithBrace(plain) : isCsv;
            // Bytes that are no UTF-8 become U+FFFD, as lone surrogates do.
            var lines = new Lines(new InputStreamReader(plain, StandardCharsets.UTF_8));
            var maker = new RowMaker(new PostJson(maxContentBytes));
            Rows rows = csv ? new CsvRows(lines, file.name(), columns, maker) : new NdjsonRows(lines, columns, maker);
            return new ArticleReader(file, raw, rows);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /**
     * The next row, or null after the last one.
     *
     * @throws dev.dateline.cli.console.Failure if the file can't be read on
     */
    @Nullable
    Row next() {
        try {
            return rows.next();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** How far it read: bytes of the file as it lies there. */
    long position() {
        return raw.count();
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** Whatever its name: a compressed file says so itself. */
    private static InputStream unzipped(InputStream bytes) throws IOException {
        bytes.mark(2);
        boolean zipped = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(bytes, BUFFER_SIZE), BUFFER_SIZE) : bytes;
    }

    /** The first byte decides, a byte order mark aside. */
    private static boolean beginsWithBrace(InputStream bytes) throws IOException {
        bytes.mark(4);
        int first = bytes.read();
        if (first == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF) {
            first = bytes.read();
        }
        bytes.reset();
        return first == '{';
    }
}
