package dev.dateline.recognition.compiler;

import edu.stanford.nlp.process.AmericanizeFunction;
import edu.stanford.nlp.sequences.SeqClassifierFlags;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a model may ask for. A flag that differs from CoreNLP's default and is not named here may change what is found. */
final class SupportedFlags {

    /** What {@code Templates}, {@code WordScorer} and {@code Decoder} implement, and nothing less. */
    private static final Map<String, Object> IMPLEMENTED = Map.ofEntries(
            Map.entry("type", "crf"),
            Map.entry("inferenceType", "Viterbi"),
            Map.entry("maxLeft", 1),
            Map.entry("useWord", true),
            Map.entry("usePrev", true),
            Map.entry("useNext", true),
            Map.entry("useNGrams", true),
            Map.entry("noMidNGrams", true),
            Map.entry("useClassFeature", true),
            Map.entry("useDistSim", true),
            Map.entry("numberEquivalenceDistSim", true),
            Map.entry("useDisjunctive", true),
            Map.entry("useLastRealWord", true),
            Map.entry("useNextRealWord", true),
            Map.entry("useOccurrencePatterns", true),
            Map.entry("useSequences", true),
            Map.entry("usePrevSequences", true),
            Map.entry("useLongSequences", true),
            Map.entry("useTypeSeqs", true),
            Map.entry("useTypeSeqs2", true),
            Map.entry("useTypeySequences", true),
            Map.entry("useObservedSequencesOnly", true));

    /** What the compiler takes over from the model, whatever it is. */
    private static final Set<String> TAKEN_OVER = Set.of(
            "wordShape", "maxNGramLeng", "disjunctionWidth", "useTitle", "unknownWordDistSimClass", "wordFunction");

    /** What matters in training or for files only. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "normalize",
            "sigma",
            "map",
            "gazettes",
            "saveFeatureIndexToDisk",
            "trainFileList",
            "distSimLexicon",
            "featureDiffThresh",
            "numTimesPruneFeatures",
            "multiThreadGrad",
            "dict2name");

    private SupportedFlags() {}

    /** @throws UnsupportedModelException if a flag asks for something that is not implemented */
    static void check(SeqClassifierFlags flags) {
        var defaults = new SeqClassifierFlags();
        for (Field flag : SeqClassifierFlags.class.getFields()) {
            if (!Modifier.isStatic(flag.getModifiers())) {
                check(flag.getName(), value(flag, flags), value(flag, defaults));
            }
        }
        if (!(flags.wordFunction instanceof AmericanizeFunction)) {
            throw new UnsupportedModelException("wordFunction", flags.wordFunction);
        }
    }

    private static void check(String flag, Object value, Object standard) {
        Object implemented = IMPLEMENTED.getOrDefault(flag, standard);
        boolean matters = !TAKEN_OVER.contains(flag) && !WITHOUT_EFFECT.contains(flag);
        if (matters && !Objects.deepEquals(value, implemented)) {
            throw new UnsupportedModelException(flag, value);
        }
    }

    private static Object value(Field flag, SeqClassifierFlags flags) {
        try {
            return flag.get(flags);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
