package dev.dateline.recognition.crf;

import dev.dateline.recognition.cache.SharedTable;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Asks one model for all features of a word that do not depend on the words around it. Threads share it. */
final class WordScorer {

    /** As in {@code NERFeatureFactory}. */
    private static final Pattern TITLE = Pattern.compile("(?:Mr|Ms|Mrs|Dr|Miss|Sen|Judge|Sir)\\.?");

    /** What CoreNLP takes for the shape of the word after the last one, in one feature; in the others it is empty. */
    private static final Hashed NO_SHAPE = Hashed.of("null");

    /** The models know 511 clusters and some 400 shapes; few of the pairs occur, and a thousand of them are most of it. */
    private static final int USUAL_PAIRS = 1 << 13;

    private final Crf crf;
    private final FeatureTable features;
    private final FeatureTable pairFeatures;
    private final WordScores.Layout layout;
    private final SharedTable<Surroundings> shared = new SharedTable<>(USUAL_PAIRS);

    WordScorer(Crf crf) {
        this.crf = crf;
        features = crf.features();
        pairFeatures = crf.pairFeatures();
        layout = WordScores.Layout.of(crf.labels().size());
    }

    WordScores score(String word, Hashed spelling, Hashed cluster) {
        Hashed shape = crf.shapeOf(word);
        return new WordScores(
                shape,
                here(word, spelling, cluster, shape),
                isKnown(spelling) ? around(spelling, cluster, cluster, shape, shape) : shared(spelling, cluster, shape),
                features.position(Templates.ONE_OF_THE_NEXT.after(spelling)),
                features.position(Templates.ONE_OF_THE_PREVIOUS.after(spelling)));
    }

    /**
     * What stands before the first word of a sentence and after the last.
     *
     * @param cluster in features of one label; in features of two it is empty
     */
    WordScores scorePadding(Hashed cluster) {
        Hashed spelling = Hashed.EMPTY;
        return new WordScores(
                Hashed.EMPTY,
                new double[crf.labels().size()],
                around(spelling, cluster, Hashed.EMPTY, Hashed.EMPTY, NO_SHAPE),
                features.position(Templates.ONE_OF_THE_NEXT.after(spelling)),
                features.position(Templates.ONE_OF_THE_PREVIOUS.after(spelling)));
    }

    private double[] here(String word, Hashed spelling, Hashed cluster, Hashed shape) {
        double[] here = new double[crf.labels().size()];
        features.add(Templates.CLUSTER.after(cluster), here, 0);
        if (crf.titles() && TITLE.matcher(word).matches()) {
            features.add(Templates.TITLE.hash(), here, 0);
        }
        features.add(Templates.WORD.after(spelling), here, 0);
        features.add(Templates.ALWAYS.hash(), here, 0);
        features.add(Templates.SHAPE.after(shape), here, 0);
        addNgrams(here, '<' + word + '>');
        return here;
    }

    /** The beginnings and ends of the word between its brackets, of two characters and more; each counts once. */
    private void addNgrams(double[] here, String bracketed) {
        int length = bracketed.length();
        int longest = crf.longestNgram() < 0 ? length : Math.min(crf.longestNgram(), length);
        int[] found = new int[2 * longest];
        int count = 0;
        long start = Hashed.of(Templates.NGRAM_START).hash();
        long beginning = Hashed.append(start, bracketed.charAt(0));
        Hashed end = Hashed.of(bracketed.substring(length - 1));
        for (int size = 2; size <= longest; size++) {
            beginning = Hashed.append(beginning, bracketed.charAt(size - 1));
            found[count++] = features.position(Templates.NGRAM.after(beginning));
            end = end.behind(bracketed.charAt(length - size));
            found[count++] = features.position(Templates.NGRAM.after(end.after(start)));
        }
        Arrays.sort(found, 0, count);
        for (int i = 0; i < count; i++) {
            if (found[i] != FeatureTable.NONE && (i == 0 || found[i] != found[i - 1])) {
                features.addAt(found[i], here, 0);
            }
        }
    }

    /** Whether the model has a feature for this word as a neighbour; most words it has not. */
    private boolean isKnown(Hashed spelling) {
        return features.has(Templates.PREVIOUS_WORD.after(spelling))
                || features.has(Templates.NEXT_WORD.after(spelling))
                || features.has(Templates.ONE_OF_THE_NEXT.after(spelling))
                || features.has(Templates.ONE_OF_THE_PREVIOUS.after(spelling))
                || pairFeatures.has(Templates.PAIR_WORD.after(spelling))
                || pairFeatures.has(Templates.PAIR_PREVIOUS_WORD.after(spelling));
    }

    /**
     * One array for all words of a cluster and a shape of which the model knows no more: their spelling adds nothing.
     */
    private double[] shared(Hashed spelling, Hashed cluster, Hashed shape) {
        long hash = shape.after(cluster);
        int first = shared.firstSlot(hash);
        for (int slot = first; slot < first + SharedTable.WAYS; slot++) {
            Surroundings entry = shared.at(slot, hash);
            if (entry != null && entry.cluster.equals(cluster) && entry.shape.equals(shape)) {
                return entry.around;
            }
        }
        double[] around = around(spelling, cluster, cluster, shape, shape);
        shared.put(hash, new Surroundings(cluster, shape, around));
        return around;
    }

    private double[] around(Hashed spelling, Hashed cluster, Hashed pairCluster, Hashed shape, Hashed shapeAsNext) {
        double[] around = new double[layout.length()];
        features.add(Templates.PREVIOUS_WORD.after(spelling), around, layout.asPrevious());
        features.add(Templates.PREVIOUS_CLUSTER.after(cluster), around, layout.asPrevious());
        features.add(Templates.PREVIOUS_SHAPE.after(shape), around, layout.asPrevious());
        features.add(Templates.NEXT_WORD.after(spelling), around, layout.asNext());
        features.add(Templates.NEXT_CLUSTER.after(cluster), around, layout.asNext());
        features.add(Templates.NEXT_SHAPE.after(shape), around, layout.asNext());
        pairFeatures.add(Templates.PAIR_ALWAYS.hash(), around, layout.pairHere());
        pairFeatures.add(Templates.PAIR_WORD.after(spelling), around, layout.pairHere());
        pairFeatures.add(Templates.PAIR_CLUSTER.after(pairCluster), around, layout.pairHere());
        pairFeatures.add(Templates.PAIR_SHAPE.after(shape), around, layout.pairHere());
        pairFeatures.add(Templates.PAIR_SHAPE_2.after(shape), around, layout.pairHere());
        pairFeatures.add(Templates.PAIR_PREVIOUS_WORD.after(spelling), around, layout.pairAsPrevious());
        pairFeatures.add(Templates.PAIR_PREVIOUS_CLUSTER.after(pairCluster), around, layout.pairAsPrevious());
        pairFeatures.add(Templates.PAIR_PREVIOUS_SHAPE.after(shape), around, layout.pairAsPrevious());
        pairFeatures.add(Templates.PAIR_NEXT_SHAPE.after(shapeAsNext), around, layout.pairAsNext());
        features.add(Templates.ONE_OF_THE_NEXT.after(spelling), around, layout.amongNext());
        features.add(Templates.ONE_OF_THE_PREVIOUS.after(spelling), around, layout.amongPrevious());
        return around;
    }

    private record Surroundings(Hashed cluster, Hashed shape, double[] around) {}
}
