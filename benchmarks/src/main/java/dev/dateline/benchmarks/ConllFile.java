package dev.dateline.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file in the CoNLL format: a token a line, its tag in the last column, an empty line between sentences. */
final class ConllFile {

    /** Starts CoNLL-2003's lines that are no sentence. */
    private static final String DOCUMENT = "-DOCSTART-";

    private ConllFile() {}

    static List<LabelledSentence> read(Path file) throws IOException {
        var sentences = new ArrayList<LabelledSentence>();
        var tokens = new ArrayList<String>();
        var tags = new ArrayList<String>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith(DOCUMENT)) {
                end(tokens, tags, sentences);
            } else {
                String[] columns = line.split("[ \t]+");
                tokens.add(columns[0]);
                tags.add(columns[columns.length - 1]);
            }
        }
        end(tokens, tags, sentences);
        return sentences;
    }

    private static void end(List<String> tokens, List<String> tags, List<LabelledSentence> sentences) {
        if (!tokens.isEmpty()) {
            sentences.add(new LabelledSentence(List.copyOf(tokens), List.copyOf(tags)));
            tokens.clear();
            tags.clear();
        }
    }
}
