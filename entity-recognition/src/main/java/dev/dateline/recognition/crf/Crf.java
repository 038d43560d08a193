package dev.dateline.recognition.crf;

import edu.stanford.nlp.process.WordShapeClassifier;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A linear-chain conditional random field over words: which features speak for which label, and for which label after
 * which other.
 *
 * @param labels their names
 * @param background the label of what is no name, and of what stands before a sentence
 * @param unseenPairs pairs of labels that no training text had, as {@code previous * labels + label}: never decoded
 * @param shape which of {@link WordShapeClassifier}'s shapes of a word the features use
 * @param longestNgram in characters; -1 for as long as the word
 * @param reach how many words before and after a word are asked for
 * @param titles whether "Mr", "Dr." and the like are a feature
 * @param lowerCaseWords words seen in lower case in training, which some shapes ask for
 * @param features of one label, with a weight for each
 * @param pairFeatures of two labels, with a weight for each pair as in {@code unseenPairs}
 */
public record Crf(
        List<String> labels,
        int background,
        List<Integer> unseenPairs,
        int shape,
        int longestNgram,
        int reach,
        boolean titles,
        Set<String> lowerCaseWords,
        FeatureTable features,
        FeatureTable pairFeatures) {

    /** The largest {@link #reach} there is room for around a sentence. */
    public static final int MAX_REACH = 5;

    public Crf {
        labels = List.copyOf(labels);
        unseenPairs = List.copyOf(unseenPairs);
        if (reach > MAX_REACH) {
            throw new IllegalArgumentException("a reach of at most %d words, not %d".formatted(MAX_REACH, reach));
        }
    }

    Hashed shapeOf(String word) {
        return Hashed.of(WordShapeClassifier.wordShape(word, shape, lowerCaseWords));
    }

    void write(ModelOutput out) throws IOException {
        out.writeStrings(labels);
        out.writeInt(background);
        out.writeInts(unseenPairs.stream().mapToInt(pair -> pair).toArray());
        out.writeInt(shape);
        out.writeInt(longestNgram);
        out.writeInt(reach);
        out.writeBoolean(titles);
        out.writeStrings(lowerCaseWords);
        features.write(out);
        pairFeatures.write(out);
    }

    static Crf read(ModelInput in) throws IOException {
        return new Crf(
                in.readStrings(),
                in.readInt(),
                IntStream.of(in.readInts()).boxed().toList(),
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readBoolean(),
                new HashSet<>(in.readStrings()),
                FeatureTable.read(in),
                FeatureTable.read(in));
    }
}
