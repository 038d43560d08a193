package dev.dateline.recognition.crf;

import static org.assertj.core.api.Assertions.assertThat;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations.AnswerAnnotation;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Tokens that no tokeniser would make, labelled by stock {@code CRFClassifier} and by ours. */
class DecoderTest {

    private static final List<String> TOKENS = List.of(
            "Angela",
            "Merkel",
            "the",
            "of",
            "a",
            "I",
            "Mr.",
            "Dr",
            "IBM",
            "U.S.",
            "german",
            "GERMAN",
            "McDonald",
            "2020",
            "10,000",
            "-",
            "--",
            "<",
            ">",
            "<>",
            "#",
            "##",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDE00",
            "\u01C5",
            "\u01C5o",
            "\u0130stanbul",
            "\u00DF",
            "\0",
            " ",
            "a b",
            "null",
            "",
            "C",
            "|C",
            "-PW|C",
            "...",
            "x-y",
            "X-Y",
            "colour",
            "behaviour",
            "\u4E2D\u6587",
            "e\u0301",
            "PSEQ",
            "###");

    /** Longer than any word. With ten times as many characters CoreNLP takes ten seconds for its second model. */
    private static final int LONG = 1_000;

    private static final Models MODELS = Models.load();
    private static final Words WORDS = new Words(MODELS, 1 << 10);

    @Test
    void labelsAsCoreNlpDoesByTheFirstModel() throws Exception {
        assertLabelsAsCoreNlp("english.all.3class.distsim.crf.ser.gz", Decoder.ofNames(MODELS), MODELS.names());
    }

    @Test
    void labelsAsCoreNlpDoesByTheSecondModel() throws Exception {
        assertLabelsAsCoreNlp("english.conll.4class.distsim.crf.ser.gz", Decoder.ofMisc(MODELS), MODELS.misc());
    }

    private static void assertLabelsAsCoreNlp(String model, Decoder decoder, Crf crf) throws Exception {
        CRFClassifier<CoreLabel> stock = stock(model);
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            List<String> sentence = sentence(random);
            assertThat(labels(sentence, decoder, crf))
                    .as("seed %d, sentence %d", seed, i)
                    .isEqualTo(stockLabels(sentence, stock));
        }
    }

    private static List<String> sentence(Random random) {
        var sentence = new ArrayList<String>();
        int length = 1 + random.nextInt(40);
        for (int i = 0; i < length; i++) {
            String token = TOKENS.get(random.nextInt(TOKENS.size()));
            sentence.add(random.nextInt(60) == 0 ? token.repeat(LONG / Math.max(1, token.length())) : token);
        }
        return sentence;
    }

    private static List<String> labels(List<String> tokens, Decoder decoder, Crf crf) {
        var sentence = new Sentence(WORDS);
        tokens.forEach(token -> sentence.add(WORDS.word(token), 0, 0));
        byte[] found = new byte[tokens.size()];
        decoder.decode(sentence, found);
        var labels = new ArrayList<String>();
        for (byte label : found) {
            labels.add(crf.labels().get(label));
        }
        return labels;
    }

    private static List<String> stockLabels(List<String> tokens, CRFClassifier<CoreLabel> stock) {
        List<CoreLabel> sentence = tokens.stream().map(DecoderTest::coreLabel).toList();
        return stock.classifySentence(sentence).stream()
                .map(token -> token.get(AnswerAnnotation.class))
                .toList();
    }

    private static CoreLabel coreLabel(String token) {
        var label = new CoreLabel();
        label.setWord(token);
        label.setValue(token);
        return label;
    }

    private static CRFClassifier<CoreLabel> stock(String model) throws Exception {
        try (InputStream file = DecoderTest.class.getResourceAsStream("/edu/stanford/nlp/models/ner/" + model)) {
            return CRFClassifier.getClassifier(
                    new ObjectInputStream(new BufferedInputStream(new GZIPInputStream(file))));
        }
    }
}
