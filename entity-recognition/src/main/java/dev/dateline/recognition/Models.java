package dev.dateline.recognition;

import edu.stanford.nlp.ie.AbstractSequenceClassifier;
import edu.stanford.nlp.ie.ClassifierCombiner;
import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

/** The two models that the build packs into this module's jar. */
final class Models {

    /** People, organisations and places. */
    private static final String NAMES = "english.all.3class.distsim.crf.ser.gz";

    /** Asked only for what the first does not know: MISC. */
    private static final String MISC = "english.conll.4class.distsim.crf.ser.gz";

    private static final String FOLDER = "/edu/stanford/nlp/models/ner/";
    private static final int BUFFER_BYTES = 1 << 16;

    private Models() {}

    /**
     * Loads both at the same time. The result may serve many threads: the models learn nothing from the texts they label
     * (their {@code maxAdditionalKnownLCWords} is 0), and the combiner keeps nothing between two sentences.
     */
    static AbstractSequenceClassifier<CoreLabel> load() {
        var misc = CompletableFuture.supplyAsync(() -> load(MISC), task -> new Thread(task, "load-model").start());
        return new ClassifierCombiner<>(load(NAMES), misc.join());
    }

    /** From a stream, for CoreNLP would write to standard error that it loads a file. */
    private static CRFClassifier<CoreLabel> load(String model) {
        try (InputStream resource = Models.class.getResourceAsStream(FOLDER + model)) {
            if (resource == null) {
                throw new FileNotFoundException("no model " + model + " in the jar");
            }
            var unzipped = new BufferedInputStream(new GZIPInputStream(resource, BUFFER_BYTES), BUFFER_BYTES);
            return CRFClassifier.getClassifier(new ObjectInputStream(unzipped));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(model + " does not fit this version of CoreNLP", e);
        }
    }
}
