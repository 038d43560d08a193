package dev.dateline.recognition.crf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FeatureTableTest {

    private static final float[] ONE = {1.5f, -2f, 0.1f};

    @Test
    void addsTheWeightsOfAFeatureToTheScores() {
        var table = FeatureTable.of(3, Map.of("Paris-WORD|C", ONE));
        double[] scores = {9, 1, 1, 1};

        table.add(Hashed.of("Paris-WORD|C").hash(), scores, 1);

        assertThat(scores).containsExactly(9, 2.5, -1, 1 + (double) 0.1f);
    }

    @Test
    void addsNothingForAFeatureThatTheModelHasNot() {
        var table = FeatureTable.of(3, Map.of("Paris-WORD|C", ONE));
        double[] scores = {1, 2, 3};

        table.add(Hashed.of("London-WORD|C").hash(), scores, 0);

        assertThat(scores).containsExactly(1, 2, 3);
    }

    @Test
    void answersManyQuestionsAtOnce() {
        var table = FeatureTable.of(3, many());
        var questions = table.new Questions(3);
        double[] scores = {0, 0, 0};

        questions.ask(Hashed.of("feature 7").hash());
        questions.ask(Hashed.of("no feature").hash());
        questions.ask(Hashed.of("feature 9").hash());
        questions.answer(scores);

        assertThat(scores).containsExactly(16, 32, 48);
    }

    @Test
    void findsEachOfManyAfterItWasWrittenAndRead() throws IOException {
        var table = read(written(FeatureTable.of(3, many())));

        for (int i = 0; i < 1_000; i++) {
            double[] scores = {0, 0, 0};
            table.add(Hashed.of("feature " + i).hash(), scores, 0);
            assertThat(scores).containsExactly(i, 2 * i, 3 * i);
        }
    }

    @Test
    void refusesTwoFeaturesWithTheSameHash() {
        // Two Thue-Morse strings collide under any polynomial hash modulo 2^64, whatever its base.
        var features = Map.of(thueMorse('a', 'b'), ONE, thueMorse('b', 'a'), ONE);

        assertThatThrownBy(() -> FeatureTable.of(3, features))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("same hash");
    }

    private static String thueMorse(char zero, char one) {
        var text = new StringBuilder();
        for (int i = 0; i < 2_048; i++) {
            text.append(Integer.bitCount(i) % 2 == 0 ? zero : one);
        }
        return text.toString();
    }

    private static Map<String, float[]> many() {
        var features = new HashMap<String, float[]>();
        for (int i = 0; i < 1_000; i++) {
            features.put("feature " + i, new float[] {i, 2 * i, 3 * i});
        }
        return features;
    }

    private static byte[] written(FeatureTable table) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ModelOutput(bytes)) {
            table.write(out);
        }
        return bytes.toByteArray();
    }

    private static FeatureTable read(byte[] bytes) throws IOException {
        return FeatureTable.read(new ModelInput(new ByteArrayInputStream(bytes)));
    }
}
