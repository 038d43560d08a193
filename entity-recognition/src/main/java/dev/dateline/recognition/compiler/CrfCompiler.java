package dev.dateline.recognition.compiler;

import dev.dateline.recognition.crf.Crf;
import dev.dateline.recognition.crf.FeatureTable;
import edu.stanford.nlp.ie.crf.CRFLabel;
import edu.stanford.nlp.util.Index;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Puts the features of a model into tables, each with its weights in the order of the labels. */
final class CrfCompiler {

    /** Ends the name of a feature of two labels. */
    private static final String PAIR = "|CpC";

    private final SerializedCrf model;
    private final int labels;

    /** Where in a feature's weights in the model's order each of ours stands. */
    private final int[] labelOrder;

    private final int[] pairOrder;

    private CrfCompiler(SerializedCrf model) {
        this.model = model;
        labels = model.labels().size();
        labelOrder = order(model.labelPairs().get(0), 1);
        pairOrder = order(model.labelPairs().get(1), labels);
    }

    static Crf compile(SerializedCrf model) {
        SupportedFlags.check(model.flags());
        return new CrfCompiler(model).compile();
    }

    private Crf compile() {
        return new Crf(
                model.labels().objectsList(),
                model.labels().indexOf(model.flags().backgroundSymbol),
                unseenPairs(),
                model.flags().wordShape,
                model.flags().maxNGramLeng,
                model.flags().disjunctionWidth,
                model.flags().useTitle,
                new HashSet<>(model.lowerCaseWords()),
                FeatureTable.of(labels, features(feature -> !feature.endsWith(PAIR), labels, labelOrder)),
                FeatureTable.of(
                        labels * labels, features(feature -> feature.endsWith(PAIR), labels * labels, pairOrder)));
    }

    private Map<String, float[]> features(Predicate<String> which, int width, int[] order) {
        var features = new HashMap<String, float[]>();
        int index = 0;
        for (String feature : model.features()) {
            float[] weights = model.weights()[index++];
            if (which.test(feature)) {
                features.put(feature, ordered(weights, width, order));
            }
        }
        return features;
    }

    /** For each of the model's labels or pairs of labels the number that we give it: previous label first. */
    private static int[] order(Index<CRFLabel> modelOrder, int previousFactor) {
        return modelOrder.objectsList().stream()
                .map(CRFLabel::getLabel)
                .mapToInt(label -> label.length == 1 ? label[0] : label[0] * previousFactor + label[1])
                .toArray();
    }

    private static float[] ordered(float[] weights, int width, int[] order) {
        if (weights.length != order.length) {
            throw new IllegalStateException("%d weights for %d labels".formatted(weights.length, order.length));
        }
        var ordered = new float[width];
        for (int i = 0; i < weights.length; i++) {
            ordered[order[i]] = weights[i];
        }
        return ordered;
    }

    private List<Integer> unseenPairs() {
        var seen = IntStream.of(pairOrder).boxed().toList();
        return IntStream.range(0, labels * labels)
                .boxed()
                .filter(pair -> !seen.contains(pair))
                .toList();
    }
}
