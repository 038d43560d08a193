package dev.dateline.recognition;

import dev.dateline.model.EntityType;
import edu.stanford.nlp.ling.CoreAnnotations.SentencesAnnotation;
import edu.stanford.nlp.ling.CoreAnnotations.TokensAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.CoreMap;
import edu.stanford.nlp.util.PropertiesUtils;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Stock CoreNLP in the reference configuration: what the recogniser must equal. Shares no code with it. */
final class ReferencePipeline {

    private static final Pattern LONG_RUN = Pattern.compile("\\P{javaWhitespace}{64}(?=\\P{javaWhitespace})");
    private static final String MODELS = "edu/stanford/nlp/models/ner/";

    private final StanfordCoreNLP pipeline;
    private long tokens;

    ReferencePipeline() {
        RedwoodConfiguration.current().clear().apply();
        pipeline = new StanfordCoreNLP(PropertiesUtils.asProperties(
                "annotators", "tokenize,ner",
                "tokenize.options", "splitHyphenated=false,untokenizable=noneDelete",
                "ssplit.newlineIsSentenceBreak", "two",
                "ner.model",
                        MODELS + "english.all.3class.distsim.crf.ser.gz," + MODELS
                                + "english.conll.4class.distsim.crf.ser.gz",
                "ner.statisticalOnly", "true",
                "ner.applyNumericClassifiers", "false",
                "ner.useSUTime", "false",
                "ner.applyFineGrained", "false",
                "ner.buildEntityMentions", "false",
                "ner.useNERSpecificTokenization", "false"));
    }

    List<Mention> recognize(String text) {
        String broken = LONG_RUN.matcher(text).replaceAll("$0 ");
        int[] original = originalOffsets(text, broken);
        var document = new Annotation(broken);
        pipeline.annotate(document);
        var mentions = new ArrayList<Mention>();
        for (CoreMap sentence : document.get(SentencesAnnotation.class)) {
            tokens += sentence.get(TokensAnnotation.class).size();
            CoreLabel first = null;
            CoreLabel last = null;
            for (CoreLabel token : sentence.get(TokensAnnotation.class)) {
                if (first != null && !first.ner().equals(token.ner())) {
                    mentions.add(mention(first, last, original));
                    first = null;
                }
                if (first == null && !token.ner().equals("O")) {
                    first = token;
                }
                last = token;
            }
            if (first != null) {
                mentions.add(mention(first, last, original));
            }
        }
        return mentions;
    }

    /** How many tokens it has labelled, by one thread. */
    long tokens() {
        return tokens;
    }

    private static Mention mention(CoreLabel first, CoreLabel last, int[] original) {
        return new Mention(
                EntityType.valueOf(first.ner()), original[first.beginPosition()], original[last.endPosition()]);
    }

    /** For each offset of the broken text the original's: where the two differ there is a break. */
    private static int[] originalOffsets(String text, String broken) {
        int[] offsets = new int[broken.length() + 1];
        int original = 0;
        for (int i = 0; i < broken.length(); i++) {
            offsets[i] = original;
            if (broken.charAt(i) == text.charAt(original)) {
                original++;
            }
        }
        offsets[broken.length()] = original;
        return offsets;
    }
}
