package dev.dateline.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Articles to upload, all made of the samples that the command line brings along. */
final class Articles {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Articles() {}

    /** The samples as they are. */
    static Path samples(Path folder) throws IOException {
        return Files.write(folder.resolve("samples.ndjson"), lines());
    }

    /** The samples over and over, with their paragraphs in another order and no id: each an article of its own. */
    static Iterator<String> endless(Random random) throws IOException {
        List<String> samples = lines();
        return Stream.iterate(0, i -> i + 1)
                .map(i -> edition(i, samples.get(i % samples.size()), random))
                .iterator();
    }

    /** As many of the {@link #endless} ones in a file. */
    static Path file(Path folder, int count, Random random) throws IOException {
        Iterator<String> endless = endless(random);
        return Files.write(
                folder.resolve("articles.ndjson"),
                Stream.generate(endless::next).limit(count).toList());
    }

    private static String edition(int number, String sample, Random random) {
        ObjectNode article = (ObjectNode) JSON.readTree(sample);
        article.remove("id");
        List<String> paragraphs =
                Arrays.asList(article.get("content").asString().split("\n\n"));
        Collections.shuffle(paragraphs, random);
        return JSON.writeValueAsString(
                article.put("content", String.join("\n\n", paragraphs) + "\n\nEdition number %d.".formatted(number)));
    }

    private static List<String> lines() throws IOException {
        try (InputStream samples = Articles.class.getResourceAsStream("/dev/dateline/cli/samples.ndjson")) {
            return new String(samples.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
