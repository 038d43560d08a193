package dev.dateline.cli.articles;

import java.util.List;

/** The files of one command, read one after the other. For one thread. */
public final class ArticleFiles {

    private final List<ArticleFile> files;
    private final Columns columns;
    private final long limit;
    private final int maxContentBytes;
    private final long size;
    private long sizeBefore;
    private long articles;
    private double fraction;

    /** Takes rows in the order of the files. */
    public interface Visitor {
        void visit(String file, Row row);
    }

    /**
     * Nothing is read yet, but the headers of files that can be read again are looked at: of several files, a wrong one
     * is better found before the first is sent.
     *
     * @param limit reads no further than so many articles, over all files
     * @param maxContentBytes what an article's content may weigh in UTF-8
     * @throws dev.dateline.cli.console.Failure if a file can't be read, or (usage) lacks a column
     */
    public ArticleFiles(List<ArticleFile> files, Columns columns, long limit, int maxContentBytes) {
        this.files = List.copyOf(files);
        this.columns = columns;
        this.limit = limit;
        this.maxContentBytes = maxContentBytes;
        this.size = files.stream().mapToLong(ArticleFile::size).sum();
        files.stream()
                .filter(ArticleFile::isRereadable)
                .forEach(file -> open(file).close());
    }

    /**
     * Reads all rows, once.
     *
     * @throws dev.dateline.cli.console.Failure if a file can't be read on
     */
    public void forEachRow(Visitor visitor) {
        for (ArticleFile file : files) {
            try (ArticleReader reader = open(file)) {
                visitAll(file, reader, visitor);
            }
            sizeBefore += file.size();
        }
    }

    /** How much of everything was read, from 0 to 1; 0 if nobody knows. */
    public double fraction() {
        return fraction;
    }

    private void visitAll(ArticleFile file, ArticleReader reader, Visitor visitor) {
        Row row;
        while (articles < limit && (row = reader.next()) != null) {
            articles += row instanceof Row.Article ? 1 : 0;
            fraction = Math.max(
                    size == 0 ? 0 : Math.min(1.0, (double) (sizeBefore + reader.position()) / size),
                    (double) articles / limit);
            visitor.visit(file.name(), row);
        }
    }

    private ArticleReader open(ArticleFile file) {
        return file.open(columns, maxContentBytes);
    }
}
