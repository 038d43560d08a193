package dev.dateline.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.model.EntityType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityRecognizerTest {

    private final EntityRecognizer recognizer = SharedRecognizer.INSTANCE;

    @Test
    void findsPeopleOrganisationsPlacesAndTheRest() {
        String text = "Angela Merkel told German reporters in Paris that Siemens would stay.";

        assertThat(recognizer.recognize(text))
                .containsExactly(
                        new Mention(EntityType.PERSON, 0, 13),
                        new Mention(EntityType.MISC, 19, 25),
                        new Mention(EntityType.LOCATION, 39, 44),
                        new Mention(EntityType.ORGANIZATION, 50, 57));
    }

    @Test
    void aMentionDoesNotCrossTheEndOfASentence() {
        String text = "He lives in Paris\n\nLondon is far";

        assertThat(recognizer.recognize(text))
                .containsExactly(new Mention(EntityType.LOCATION, 12, 17), new Mention(EntityType.LOCATION, 19, 25));
    }

    @Test
    void aMentionBehindALongRunIsWhereItIsInTheOriginalText() {
        String text = "See %s for what Angela Merkel said in Paris.".formatted("ab/".repeat(60));

        assertThat(recognizer.recognize(text))
                .extracting(m -> text.substring(m.begin(), m.end()))
                .containsExactly("Angela Merkel", "Paris");
    }

    @Test
    void offsetsAreInUtf16Units() {
        String text = "\uD83D\uDE00 Angela Merkel spoke";

        assertThat(recognizer.recognize(text)).containsExactly(new Mention(EntityType.PERSON, 3, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "\0", "\uD83D", "\uDE00\uD83D", "\r", "\u202E", "\uFFFF", "."})
    void findsNothingWhereThereIsNothing(String text) {
        assertThat(recognizer.recognize(text)).isEmpty();
    }

    @Test
    void takesATextOfExactly256KiB() {
        String text = "é \n\n".repeat(262_144 / 5) + "1234";

        assertThat(recognizer.recognize(text)).isEmpty();
    }

    /** Any of these would take minutes if something took time that grows with the square of the length. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "the Merkel ",
                "\uD83D\uDE00",
                "\uD83D\uDE00 ",
                "#a",
                "&amp;",
                "\u200B",
                "(",
                ",",
                "\" ",
                "'",
                "<!-- ",
                "<?",
                "a\t",
                "\u00A0",
                "A.",
                "<a b='"
            })
    @Timeout(60)
    void endsSoonWhateverIsRepeated(String scrap) {
        int bytes = scrap.getBytes(StandardCharsets.UTF_8).length;

        assertThat(recognizer.recognize(scrap.repeat(262_144 / bytes))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "\u20AC", "\uD83D\uDE00"})
    void refusesOneByteMore(String character) {
        String text = " ".repeat(262_145 - character.getBytes(StandardCharsets.UTF_8).length) + character;

        assertThatThrownBy(() -> recognizer.recognize(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a text has at most 262,144 bytes of UTF-8, not 262,145");
    }

    @Test
    void countsWhatItHadToReadAnew() {
        EntityRecognizer recognizer = EntityRecognizer.load();
        recognizer.recognize("Nell Garrity sailed to Bergen.");
        long missed = recognizer.misses();

        recognizer.recognize("Nell Garrity sailed to Bergen.");

        // All but the last chunk, which the text's end cut short.
        assertThat(missed).isEqualTo(5);
        assertThat(recognizer.misses()).isEqualTo(6);
        assertThat(recognizer.lookups()).isEqualTo(10);
    }

    @Test
    void noTextChangesWhatTheNextOnesHold() {
        String text = "the Green Belt Of Green Belts Was Marked.";
        List<Mention> before = recognizer.recognize(text);

        recognizer.recognize("a green belt of green belts was marked, a belt, the belts");

        assertThat(recognizer.recognize(text)).isEqualTo(before);
    }
}
