package dev.dateline.explorer;

import java.io.IOException;
import java.util.List;

/** Writes an export's rows. */
interface RowWriter {

    /**
     * Writes one row.
     *
     * @param values one for each column, a text or a number
     * @throws IOException if nobody reads any more
     */
    void write(List<?> values) throws IOException;
}
