package dev.dateline.benchmarks.pipeline;

import dev.dateline.cli.articles.ArticleFile;
import dev.dateline.cli.articles.ArticleFiles;
import dev.dateline.cli.articles.Columns;
import dev.dateline.cli.articles.Row;
import dev.dateline.model.Post;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The articles of a file, read and skipped as {@code dateline upload} does; one that comes twice counts once. */
record Sample(Path file, List<Post> posts) {

    static Sample read(Path file) {
        return read(file, Long.MAX_VALUE);
    }

    /** The first of them. */
    static Sample read(Path file, long articles) {
        Map<String, Post> posts = new LinkedHashMap<>();
        List<ArticleFile> files = List.of(ArticleFile.of(file.toString(), InputStream.nullInputStream()));
        new ArticleFiles(files, Columns.standard(), articles, Integer.MAX_VALUE).forEachRow((name, row) -> {
            if (row instanceof Row.Article article) {
                posts.putIfAbsent(article.post().id(), article.post());
            }
        });
        return new Sample(file, List.copyOf(posts.values()));
    }

    int size() {
        return posts.size();
    }

    List<String> texts() {
        return posts.stream().map(Post::content).toList();
    }

    /** Of all contents, in UTF-8. */
    long bytes() {
        return texts().stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** So many of them, evenly spread over the file. */
    Sample spread(int articles) {
        int taken = Math.min(articles, size());
        return new Sample(
                file,
                IntStream.range(0, taken)
                        .mapToObj(i -> posts.get((int) ((long) i * size() / taken)))
                        .toList());
    }
}
