package dev.dateline.benchmarks;

import dev.dateline.model.EntityType;
import dev.dateline.recognition.crf.Labeller;
import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Sentence;
import dev.dateline.recognition.crf.Words;
import edu.stanford.nlp.ie.NERClassifierCombiner;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Precision, recall and F1 over labelled sets, ours and stock CoreNLP's with the same models, for exact spans. */
final class Accuracy {

    private static final int WORDS = 1 << 15;

    private Accuracy() {}

    /** @param args a folder of files in CoNLL format */
    public static void main(String... args) throws IOException {
        RedwoodConfiguration.current().clear().apply();
        Models models = Models.load();
        var words = new Words(models, WORDS);
        var labeller = new Labeller(models);
        var stock = new NERClassifierCombiner(false, false, StockPipeline.MODELS.split(","));
        for (Path file : files(Path.of(args[0]))) {
            List<LabelledSentence> sentences = ConllFile.read(file);
            String ours = score(sentences, tokens -> ours(tokens, words, labeller));
            String theirs = score(sentences, tokens -> theirs(tokens, stock));
            System.out.printf("%s, %d sentences%n%s", file.getFileName(), sentences.size(), ours);
            System.out.printf("  CoreNLP: %s%n%n", ours.equals(theirs) ? "the same" : "differs\n" + theirs);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String score(List<LabelledSentence> sentences, Function<List<String>, List<Span>> found) {
        var score = new Score();
        sentences.forEach(sentence -> score.add(sentence.spans(), found.apply(sentence.tokens())));
        return score.table();
    }

    private static List<Span> ours(List<String> tokens, Words words, Labeller labeller) {
        var sentence = new Sentence(words);
        tokens.forEach(token -> sentence.add(words.word(token), 0, 0));
        return spans(labeller.label(sentence), tokens.size());
    }

    private static List<Span> theirs(List<String> tokens, NERClassifierCombiner stock) {
        List<CoreLabel> sentence = tokens.stream().map(Accuracy::coreLabel).toList();
        @Nullable
        EntityType[] types = stock.classify(sentence).stream()
                .map(token -> token.get(AnswerAnnotation.class))
                .map(answer -> answer.equals("O") ? null : EntityType.valueOf(answer))
                .toArray(EntityType[]::new);
        return spans(types, types.length);
    }

    private static CoreLabel coreLabel(String token) {
        var label = new CoreLabel();
        label.setWord(token);
        label.setValue(token);
        return label;
    }

    private static List<Span> spans(@Nullable EntityType[] types, int size) {
        var spans = new ArrayList<Span>();
        int next;
        for (int first = 0; first < size; first = next) {
            EntityType type = types[first];
            next = first + 1;
            while (next < size && types[next] == type) {
                next++;
            }
            if (type != null) {
                spans.add(new Span(type, first, next));
            }
        }
        return spans;
    }
}
