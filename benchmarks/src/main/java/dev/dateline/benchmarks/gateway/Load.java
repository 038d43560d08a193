package dev.dateline.benchmarks.gateway;

import java.io.IOException;
import java.time.Duration;

/** Sends posts until it is closed. */
interface Load extends AutoCloseable {

    /** Posts that were answered so far. */
    long done();

    /** Forgets the times measured so far. */
    void reset();

    /** The answer time that so much of all answers stayed below; zero where there is none for a single post. */
    Duration percentile(double share);

    @Override
    void close() throws IOException;
}
