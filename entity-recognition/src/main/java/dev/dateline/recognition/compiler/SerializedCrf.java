package dev.dateline.recognition.compiler;

import edu.stanford.nlp.ie.NERFeatureFactory;
import edu.stanford.nlp.ie.crf.CRFLabel;
import edu.stanford.nlp.sequences.SeqClassifierFlags;
import edu.stanford.nlp.util.Index;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A model as {@code CRFClassifier.serializeClassifier} wrote it, in its order.
 *
 * @param labelPairs the labels, and the pairs of labels, that the model has weights for
 * @param weights of each feature, in the order of {@code labelPairs}
 */
record SerializedCrf(
        List<Index<CRFLabel>> labelPairs,
        Index<String> labels,
        Index<String> features,
        SeqClassifierFlags flags,
        Map<String, String> lexicon,
        int window,
        float[][] weights,
        Set<String> lowerCaseWords) {

    private static final int BUFFER_BYTES = 1 << 16;

    @SuppressWarnings("unchecked")
    static SerializedCrf read(Path file) throws IOException {
        try (var in = new ObjectInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES), BUFFER_BYTES))) {
            return new SerializedCrf(
                    (List<Index<CRFLabel>>) in.readObject(),
                    (Index<String>) in.readObject(),
                    (Index<String>) in.readObject(),
                    (SeqClassifierFlags) in.readObject(),
                    lexicon(in),
                    in.readInt(),
                    weights(in.readObject()),
                    (Set<String>) in.readObject());
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("%s is no model of this version of CoreNLP".formatted(file), e);
        }
    }

    /** The feature factories come as their number and then each; the only one has the clusters of words. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> lexicon(ObjectInputStream in) throws IOException, ClassNotFoundException {
        int factories = (Integer) in.readObject();
        if (factories != 1) {
            throw new IOException("one feature factory was expected, not " + factories);
        }
        try {
            Field lexicon = NERFeatureFactory.class.getDeclaredField("lexicon");
            lexicon.setAccessible(true);
            return (Map<String, String>) lexicon.get(in.readObject());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of CoreNLP keeps the clusters elsewhere", e);
        }
    }

    /** Older models hold doubles, which CoreNLP rounds when it reads them: so do we. */
    private static float[][] weights(Object stored) {
        if (stored instanceof float[][] weights) {
            return weights;
        }
        return Stream.of((double[][]) stored).map(SerializedCrf::rounded).toArray(float[][]::new);
    }

    private static float[] rounded(double[] weights) {
        float[] rounded = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = (float) weights[i];
        }
        return rounded;
    }
}
