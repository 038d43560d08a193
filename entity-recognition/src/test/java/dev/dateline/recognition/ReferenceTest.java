package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceTest {

    private static final List<String> ODD = List.of(
            " ",
            "  ",
            "\t",
            "\n",
            "\r\n",
            "\n\n",
            "\r",
            "\f",
            "\u000B",
            "\u0085",
            "\u00A0",
            "\u2009",
            "\u2028",
            "\u2029",
            "\u3000",
            "\u200B",
            "\uFEFF",
            "\u00AD",
            "\0",
            "\u0007",
            "\u001B",
            "\u202E",
            "\u200F",
            "e\u0301",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uFFFD",
            "\uFFFF",
            "&amp;",
            "&nbsp;",
            "#a#a",
            "<p>",
            "<a href=\"x y\">",
            "*NL*",
            "``",
            "''",
            "...",
            "\u2026",
            ". ",
            "! ",
            "?\" ",
            "x".repeat(63),
            "y".repeat(64),
            "Z".repeat(65),
            "\uD83D\uDE00".repeat(70),
            "#a".repeat(70),
            "&amp;".repeat(30));

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

    @Test
    void findsWhatStockCoreNlpFindsInTextsMadeOfScraps() {
        List<String> words = SampleTexts.all().stream()
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .toList();
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            assertFindsTheSame(scraps(words, random), "seed " + seed);
        }
    }

    private static String scraps(List<String> words, Random random) {
        var text = new StringBuilder();
        int count = random.nextInt(60);
        for (int i = 0; i < count; i++) {
            boolean odd = random.nextInt(4) == 0;
            text.append(odd ? ODD.get(random.nextInt(ODD.size())) : words.get(random.nextInt(words.size())));
            text.append(random.nextInt(3) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static void assertFindsTheSame(String text) {
        assertFindsTheSame(text, "");
    }

    private static void assertFindsTheSame(String text, String remark) {
        assertThat(SharedRecognizer.INSTANCE.recognize(text))
                .as("%s in <%s>", remark, text)
                .isEqualTo(REFERENCE.recognize(text));
    }
}
