package dev.dateline.cli.articles;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a file, whatever its format. */
interface Rows {

    /** The next row, or null after the last one. */
    @Nullable
    Row next() throws IOException;
}
