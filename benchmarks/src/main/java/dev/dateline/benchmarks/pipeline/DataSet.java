package dev.dateline.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What is uploaded.
 *
 * @param limit the articles to read from the file
 */
record DataSet(Path file, int limit, Size size) {

    /**
     * How much it is.
     *
     * @param articles without those that come twice
     * @param tokens those of copies are taken to be those of the originals
     * @param bytes of the contents in UTF-8, likewise
     */
    record Size(int articles, long tokens, long bytes) {

        static Size of(Sample sample) {
            return new Size(sample.size(), Tokens.in(sample), sample.bytes());
        }

        Size grownTo(int more) {
            double times = (double) more / articles;
            return new Size(more, Math.round(tokens * times), Math.round(bytes * times));
        }
    }

    /**
     * The file's first articles, or more than it has.
     *
     * @param size 0 for all that it has
     * @param folder where a file of copies goes
     */
    static DataSet of(Sample all, int size, Path folder) throws IOException {
        if (size == 0) {
            return new DataSet(all.file(), Integer.MAX_VALUE, Size.of(all));
        }
        if (size <= all.size()) {
            return new DataSet(all.file(), size, Size.of(Sample.read(all.file(), size)));
        }
        Path file = folder.resolve("articles-%d.ndjson".formatted(size));
        new Copies(all).write(file, 0, size);
        return new DataSet(file, size, Size.of(all).grownTo(size));
    }

    /** The same articles as copies, for whoever has had them before. */
    DataSet again(Sample all, int pass, Path folder) throws IOException {
        int rounds = (size.articles() + all.size() - 1) / all.size();
        Path again = folder.resolve("articles-%d-pass-%d.ndjson".formatted(size.articles(), pass));
        new Copies(all).write(again, (pass - 1) * rounds * all.size(), size.articles());
        return new DataSet(again, limit, size);
    }
}
