package dev.dateline.cli.articles;

import dev.dateline.cli.console.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file of articles that someone named: CSV or NDJSON, compressed or not. */
public final class ArticleFile {

    private static final String STANDARD_INPUT = "-";

    private final String name;
    private final long size;
    private final boolean rereadable;
    private final Source source;

    /** Opens the bytes of a file. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * A file of which only its bytes are known.
     *
     * @param name says the format too, unless it ends in nothing that is known
     * @param size in bytes, 0 if nobody knows
     * @param rereadable true if it gives the same when opened again: a pipe does not
     */
    public ArticleFile(String name, long size, boolean rereadable, Source source) {
        this.name = name;
        this.size = size;
        this.rereadable = rereadable;
        this.source = source;
    }

    /**
     * The file at a path, or standard input for {@code -}.
     *
     * @throws Failure (usage) if there is none
     */
    public static ArticleFile of(String argument, InputStream standardInput) {
        if (argument.equals(STANDARD_INPUT)) {
            return new ArticleFile("standard input", 0, false, () -> standardInput);
        }
        Path path = Path.of(argument);
        if (!Files.exists(path)) {
            throw Failure.usage(argument + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw Failure.usage(argument + ": a folder, not a file");
        }
        try {
            boolean regular = Files.isRegularFile(path);
            return new ArticleFile(argument, regular ? Files.size(path) : 0, regular, () -> Files.newInputStream(path));
        } catch (IOException e) {
            throw Failure.failed("%s: can't be read".formatted(argument), e);
        }
    }

    /** True if it gives the same when opened again. */
    boolean isRereadable() {
        return rereadable;
    }

    /** As it was named. */
    String name() {
        return name;
    }

    /** In bytes, 0 if nobody knows. */
    long size() {
        return size;
    }

    /**
     * Starts to read.
     *
     * @param maxContentBytes what an article's content may weigh in UTF-8
     * @throws Failure if it can't be read, or (usage) lacks a column
     */
    ArticleReader open(Columns columns, int maxContentBytes) {
        try {
            return ArticleReader.open(this, source.open(), columns, maxContentBytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Known from the name: true for CSV, false for NDJSON, null for neither. */
    @Nullable
    Boolean isCsv() {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (plain.endsWith(".csv")) {
            return true;
        }
        return plain.matches(".*\\.(ndjson|jsonl|json)") ? false : null;
    }

    Failure unreadable(IOException e) {
        return Failure.failed("%s: can't be read (%s)".formatted(name, e.getMessage()), e);
    }
}
