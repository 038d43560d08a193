package dev.dateline.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

    /** Each sample several times with its paragraphs in another order and no id, so that each is an article of its own. */
    static Path shuffled(Path folder, int times, Random random) throws IOException {
        var articles = new ArrayList<String>();
        for (String line : lines()) {
            ObjectNode article = (ObjectNode) JSON.readTree(line);
            article.remove("id");
            List<String> paragraphs =
                    Arrays.asList(article.get("content").asString().split("\n\n"));
            for (int i = 0; i < times; i++) {
                Collections.shuffle(paragraphs, random);
                articles.add(JSON.writeValueAsString(article.put(
                        "content", String.join("\n\n", paragraphs) + "\n\nEdition number %d.".formatted(i))));
            }
        }
        return Files.write(folder.resolve("shuffled.ndjson"), articles);
    }

    private static List<String> lines() throws IOException {
        try (InputStream samples = Articles.class.getResourceAsStream("/dev/dateline/cli/samples.ndjson")) {
            return new String(samples.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
