package dev.dateline.recognition.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.recognition.HostileTexts;
import dev.dateline.recognition.SampleTexts;
import dev.dateline.recognition.crf.Models;
import dev.dateline.recognition.crf.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceReaderTest {

    private static final Words WORDS = new Words(Models.load(), 1 << 12);

    private final List<String> sentences = new ArrayList<>();
    private final SentenceReader reader = SentenceReader.factory(WORDS, 1 << 12).reader(sentence -> {
        var tokens = new StringBuilder();
        for (int i = 0; i < sentence.size(); i++) {
            tokens.append(sentence.word(i))
                    .append('[')
                    .append(sentence.begin(i))
                    .append(',')
                    .append(sentence.end(i))
                    .append(") ");
        }
        sentences.add(tokens.toString());
    });

    @Test
    void readsTextsAsCoreNlpDoes() {
        for (String text : SampleTexts.all()) {
            assertReadsAsCoreNlp(text, "");
            assertReadsAsCoreNlp(text, "from memory");
        }
    }

    @Test
    void readsHostileTextsAsCoreNlpDoes() {
        long seed = System.nanoTime();
        var texts = new HostileTexts(new Random(seed));
        for (int i = 0; i < 200; i++) {
            assertReadsAsCoreNlp(texts.next(), "seed " + seed);
        }
    }

    /** What a chunk may begin with, and what may stand behind one: the lexer must see a space as a match of its own. */
    @Test
    void aSpaceStandsAloneWhateverFollows() {
        var text = new StringBuilder();
        for (int i = 0; i < Character.MAX_VALUE; i += isOfThousandsAlike(i) ? 16 : 1) {
            char character = (char) i;
            text.append("a ").append(character).append(" 1 ").append(character).append("b. ");
        }
        assertReadsAsCoreNlp(text.toString(), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3000www.a.com \u3000www.a.com\n\u3000www.a.com",
                "for -5 and -5",
                "Top -5, top\n-5",
                "a\n-5\n -5 for\n\n-5",
                "mid \0-5",
                "x\u0007-5 -5",
                "-5",
                "m -5-6 -7",
                "1 2/3 cups, 1 cup, 1 2",
                "(555) 123-4567 (555) nothing",
                "U.S. The U.S. and the U.S. Army",
                "Inc. He Inc. he Inc.",
                "OK! magazine OK! mag",
                ". . . . a . . b",
                "<a b=\"c\nd\"> < a",
                "a\r\nb\rc\r\r\nd",
                "x \uD83D\uD83D\uDE00 y",
                "(He said.) (\"Yes.\") ' Go.' ''"
            })
    void tokensThatDependOnWhatIsAroundThemAreAsCoreNlpHasThem(String text) {
        assertReadsAsCoreNlp(text, "");
        assertReadsAsCoreNlp(text, "from memory");
    }

    /** Ideographs, syllables of Hangul and characters for private use are two thirds of all. */
    private static boolean isOfThousandsAlike(int character) {
        return character >= 0x3400 && character < 0xa000
                || character >= 0xac00 && character < 0xd7a4
                || character >= 0xe000 && character < 0xf900;
    }

    private void assertReadsAsCoreNlp(String text, String remark) {
        sentences.clear();
        char[] characters = (text + ' ').toCharArray();
        reader.read(characters, characters.length);
        assertThat(sentences).as("%s in <%s>", remark, text).isEqualTo(StockTokens.sentences(text));
    }
}
