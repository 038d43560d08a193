package dev.dateline.benchmarks;

import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.util.PropertiesUtils;
import edu.stanford.nlp.util.logging.RedwoodConfiguration;
import java.util.Properties;

/** Stock CoreNLP, as people start with it and in the configuration that our result equals. */
public final class StockPipeline {

    /** People, organisations and places, then MISC. */
    static final String MODELS = "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz,"
            + "edu/stanford/nlp/models/ner/english.conll.4class.distsim.crf.ser.gz";

    private final StanfordCoreNLP pipeline;

    private StockPipeline(Properties properties) {
        RedwoodConfiguration.current().clear().apply();
        pipeline = new StanfordCoreNLP(properties);
    }

    static StockPipeline standard() {
        return new StockPipeline(standardProperties());
    }

    static StockPipeline reference() {
        return new StockPipeline(referenceProperties());
    }

    /** What {@code StanfordCoreNLP} does for names if nothing else is said. */
    public static Properties standardProperties() {
        return PropertiesUtils.asProperties("annotators", "tokenize,pos,lemma,ner");
    }

    /** See docs/recognition.md. */
    public static Properties referenceProperties() {
        return PropertiesUtils.asProperties(
                "annotators", "tokenize,ner",
                "tokenize.options", "splitHyphenated=false,untokenizable=noneDelete",
                "ssplit.newlineIsSentenceBreak", "two",
                "ner.model", MODELS,
                "ner.statisticalOnly", "true",
                "ner.applyNumericClassifiers", "false",
                "ner.useSUTime", "false",
                "ner.applyFineGrained", "false",
                "ner.buildEntityMentions", "false",
                "ner.useNERSpecificTokenization", "false");
    }

    void annotate(String text) {
        pipeline.annotate(new Annotation(text));
    }
}
