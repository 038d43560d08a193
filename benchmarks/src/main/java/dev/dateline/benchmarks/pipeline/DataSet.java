package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is uploaded.
 *
 * @param limit the articles to read from the file
 * @param articles of them, without those that come twice
 * @param tokens those of copies are taken to be those of the originals
 * @param bytes of the contents in UTF-8, likewise
 */
record DataSet(Path file, int limit, int articles, long tokens, long bytes) {

    /**
     * The file's first articles, or more than it has.
     *
     * @param size 0 for all that it has
     * @param folder where a file of copies goes
     */
    static DataSet of(Sample all, int size, Path folder) throws IOException {
        if (size <= all.size()) {
            Sample some = size == 0 ? all : Sample.read(all.file(), size);
            int limit = size == 0 ? Integer.MAX_VALUE : size;
            return new DataSet(all.file(), limit, some.size(), Tokens.in(some), some.bytes());
        }
        Path file = folder.resolve("articles-%d.ndjson".formatted(size));
        new Copies(all).write(file, size);
        double times = (double) size / all.size();
        return new DataSet(file, size, size, Math.round(Tokens.in(all) * times), Math.round(all.bytes() * times));
    }
}
