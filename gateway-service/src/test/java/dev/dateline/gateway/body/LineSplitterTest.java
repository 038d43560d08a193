package dev.dateline.gateway.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

class LineSplitterTest {

    private static final int MAX_LENGTH = 10;

    @Test
    void linesAreTheSameHoweverTheBodyIsCut() {
        String body = "one\n\ntwo\r\n   \n0123456789\n01234567890\nfour\n\nlast";
        List<String> whole = lines(body, body.length());
        assertThat(whole).containsExactly("1 one", "3 two\r", "5 0123456789", "6 too long", "7 four", "9 last");

        var random = new SplittableRandom(1);
        for (int i = 0; i < 200; i++) {
            assertThat(lines(body, random.nextInt(1, 8))).isEqualTo(whole);
        }
    }

    @Test
    void anEndlessLineCostsNoMemoryAndTheNextOneIsWhole() {
        var splitter = new LineSplitter(MAX_LENGTH);
        for (int i = 0; i < 1_000; i++) {
            assertThat(split(splitter, "x".repeat(1_000))).isEmpty();
        }

        assertThat(split(splitter, "\nnext\n")).containsExactly("1 too long", "2 next");
    }

    @Test
    void aBodyThatEndsWithItsLastLineHasNoFurther() {
        assertThat(lines("one\n", 3)).containsExactly("1 one");
        assertThat(lines("", 1)).isEmpty();
    }

    private static List<String> lines(String body, int piece) {
        var splitter = new LineSplitter(MAX_LENGTH);
        var lines = new ArrayList<String>();
        for (int begin = 0; begin < body.length(); begin += piece) {
            lines.addAll(split(splitter, body.substring(begin, Math.min(body.length(), begin + piece))));
        }
        splitter.end().forEach(line -> lines.add(text(line)));
        return lines;
    }

    private static List<String> split(LineSplitter splitter, String piece) {
        return splitter.split(DefaultDataBufferFactory.sharedInstance.wrap(piece.getBytes(UTF_8))).stream()
                .map(LineSplitterTest::text)
                .toList();
    }

    private static String text(Line line) {
        return line.number() + " " + (line.bytes() == null ? "too long" : new String(line.bytes(), UTF_8));
    }
}
