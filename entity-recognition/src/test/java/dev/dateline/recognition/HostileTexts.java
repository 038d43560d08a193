package dev.dateline.recognition;

import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Texts of what tokenisers and models may trip over, each different. */
public final class HostileTexts {

    private static final List<String> SCRAPS = List.of(
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
            "\u202E",
            "e\u0301",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uFFFD",
            "\uFFFF",
            "&amp;",
            "&nbsp;",
            "&lt;",
            "#a#a",
            "<p>",
            "</p>",
            "<a href=\"x y\">",
            "<!",
            "<?",
            "<",
            ">",
            "--",
            "---",
            "-",
            "*NL*",
            "``",
            "''",
            "\"",
            "'",
            "\u2018",
            "\u2019",
            "\u201C",
            "\u201D",
            "...",
            "\u2026",
            ". . .",
            ".",
            ",",
            "!",
            "?",
            "?!",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "/",
            "\\",
            "@",
            "$",
            "%",
            "_",
            "\u01C5",
            "\u01C5o",
            "\u1F88",
            "\u00DF",
            "\u0130",
            "A",
            "a",
            "I",
            "x",
            "-5",
            "+5",
            "5",
            "1/2",
            "5 1/2",
            "10-11-2020",
            "12:30",
            "3,000.50",
            "(555)",
            "123-4567",
            "a.b.c",
            "U.S.",
            "Inc.",
            "Mr.",
            "No.",
            "e.g.",
            "O'Neill",
            "don't",
            "cannot",
            "gonna",
            "'tis",
            "for",
            "top",
            "mid",
            "The",
            "the",
            "of",
            "and",
            "Paris",
            "Angela",
            "Merkel",
            "German",
            "United",
            "Nations",
            "IBM",
            "McDonald",
            "colour",
            "http://x.org/a?b=c",
            "www.a.com",
            "a@b.co",
            "@who",
            "#tag",
            ":-)",
            "\u4E2D\u6587",
            "\u0627\u0644",
            "\u05D0\u05D1",
            "\u0E01\u0E02",
            "x".repeat(63),
            "y".repeat(64),
            "Z".repeat(65),
            "\uD83D\uDE00".repeat(70),
            "#a".repeat(70),
            "&amp;".repeat(30));

    /** Half of a text is made of words that hold names. */
    private static final List<String> WORDS = SampleTexts.all().stream()
            .flatMap(text -> Stream.of(text.split("\\s+")))
            .toList();

    private static final String CHARACTERS = "<>#-..,'\"&;:/()@!?*_ \nAaBbZz019\u00E9\u01C5\uD83D\uDE00\u200B\u00A0";

    private final Random random;

    public HostileTexts(Random random) {
        this.random = random;
    }

    /** The next text, of up to some hundred tokens. */
    public String next() {
        return switch (random.nextInt(4)) {
            case 0 -> text(this::space);
            case 1 -> text(() -> -1);
            case 2 -> characters(CHARACTERS.length(), 400);
            default -> repeated();
        };
    }

    private String text(IntSupplier between) {
        var text = new StringBuilder();
        int count = random.nextInt(120);
        for (int i = 0; i < count; i++) {
            List<String> scraps = random.nextBoolean() ? SCRAPS : WORDS;
            text.append(scraps.get(random.nextInt(scraps.size())));
            int separator = between.getAsInt();
            if (separator >= 0) {
                text.append((char) separator);
            }
        }
        return text.toString();
    }

    private int space() {
        return random.nextInt(8) == 0 ? '\n' : ' ';
    }

    private String repeated() {
        String scrap = SCRAPS.get(random.nextInt(SCRAPS.size())) + characters(CHARACTERS.length(), 3);
        return scrap.repeat(1 + random.nextInt(60));
    }

    private String characters(int kinds, int most) {
        var text = new StringBuilder();
        int count = random.nextInt(most);
        for (int i = 0; i < count; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(kinds)));
        }
        return text.toString();
    }
}
