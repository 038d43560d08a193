package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    private static final ReferencePipeline REFERENCE = new ReferencePipeline();

    static List<Path> texts() {
        return SampleTexts.files();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsWhatStockCoreNlpFinds(Path file) {
        String text = SampleTexts.read(file);

        for (String variant : List.of(
                text,
                text.replace("\n", "\r\n"),
                text.replace('\n', ' '),
                text.replace("\n", "\n\n"),
                text.replace(' ', '\u00A0'),
                text.replace(" ", ""),
                text.toUpperCase(Locale.ROOT),
                text.toLowerCase(Locale.ROOT),
                "\uFEFF" + text.strip())) {
            assertFindsTheSame(variant);
        }
        assertThat(SharedRecognizer.INSTANCE.recognize(text)).isNotEmpty();
    }

    private static void assertFindsTheSame(String text) {
        assertThat(SharedRecognizer.INSTANCE.recognize(text))
                .as("in <%s>", text)
                .isEqualTo(REFERENCE.recognize(text));
    }
}
