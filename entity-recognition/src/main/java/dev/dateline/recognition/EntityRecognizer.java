package dev.dateline.recognition;

import dev.dateline.model.EntityType;
import dev.dateline.model.PostJson;
import edu.stanford.nlp.ie.AbstractSequenceClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the names in a text, mention for mention as stock Stanford CoreNLP does (docs/recognition.md says in which
 * configuration). Thread-safe: one serves all threads, and a text's mentions do not depend on the texts before it.
 */
public final class EntityRecognizer {

    /** Longest text, in bytes of UTF-8: what the gateway takes at most. */
    public static final int MAX_TEXT_BYTES = PostJson.DEFAULT_MAX_CONTENT_BYTES;

    private static final String NO_NAME = "O";

    private final Sentences sentences = new Sentences();
    private final AbstractSequenceClassifier<CoreLabel> classifier;

    private EntityRecognizer(AbstractSequenceClassifier<CoreLabel> classifier) {
        this.classifier = classifier;
    }

    /** Loads the models: about two seconds, and memory that is worth having once. */
    public static EntityRecognizer load() {
        return new EntityRecognizer(Models.load());
    }

    /**
     * The mentions in a text, in its order; they do not overlap. Any text will do, lone surrogates and NUL included.
     *
     * @throws IllegalArgumentException if it is longer than {@link #MAX_TEXT_BYTES}
     */
    public List<Mention> recognize(String text) {
        checkLength(text);
        var broken = BrokenText.of(text);
        var mentions = new ArrayList<Mention>();
        for (List<CoreLabel> sentence : sentences.of(broken.text())) {
            addMentions(classifier.classifySentence(sentence), broken, mentions);
        }
        return List.copyOf(mentions);
    }

    private static void addMentions(List<CoreLabel> sentence, BrokenText broken, List<Mention> mentions) {
        int next;
        for (int first = 0; first < sentence.size(); first = next) {
            String label = label(sentence.get(first));
            next = first + 1;
            while (next < sentence.size() && label(sentence.get(next)).equals(label)) {
                next++;
            }
            if (!label.equals(NO_NAME)) {
                int begin = broken.originalOffset(sentence.get(first).beginPosition());
                int end = broken.originalOffset(sentence.get(next - 1).endPosition());
                mentions.add(new Mention(EntityType.valueOf(label), begin, end));
            }
        }
    }

    private static String label(CoreLabel token) {
        return token.get(AnswerAnnotation.class);
    }

    private static void checkLength(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    "a text has at most %,d bytes of UTF-8, not %,d".formatted(MAX_TEXT_BYTES, bytes));
        }
    }
}
