package dev.dateline.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyJsonTest {

    private static final PublicationTally TALLY = new PublicationTally(
            "The Daily Example",
            12,
            List.of(new EntityCount(EntityType.PERSON, "barack obama", "Barack Obama", 31, 9)));

    private static final String JSON = """
            {"publication":"The Daily Example","articles":12,\
            "entities":[{"type":"PERSON","word":"barack obama","name":"Barack Obama","mentions":31,"articles":9}]}""";

    @Test
    void aTallyIsWrittenAsTheContractSays() {
        assertThat(new String(TallyJson.write(TALLY), UTF_8)).isEqualTo(JSON);
    }

    @Test
    void aTallyIsReadAsItWasWritten() {
        assertThat(read(JSON)).isEqualTo(TALLY);
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(read(JSON.replace("\"articles\":12", "\"later\":{\"x\":[1]},\"articles\":12")))
                .isEqualTo(TALLY);
    }

    @Test
    void theLargestTallyFitsIntoARecord() {
        List<EntityCount> entities = IntStream.range(0, PublicationTally.MAX_ENTITIES)
                .mapToObj(i -> new EntityCount(
                        EntityType.ORGANIZATION,
                        "\u0950".repeat(1_200),
                        "\u0950".repeat(200),
                        Long.MAX_VALUE,
                        Long.MAX_VALUE))
                .toList();

        assertThat(TallyJson.write(new PublicationTally("\u0950".repeat(200), Long.MAX_VALUE, entities)))
                .hasSizeLessThan(2 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"publication\":\"X\"",
                "{\"publication\":\"X\",\"articles\":1}",
                "{\"publication\":\"X\",\"entities\":[]}",
                "{\"publication\":\"X\",\"articles\":null,\"entities\":[]}",
                "{\"publication\":\"X\",\"articles\":1.5,\"entities\":[]}",
                "{\"publication\":\"X\",\"articles\":-1,\"entities\":[]}",
                "{\"publication\":\"X\",\"articles\":99999999999999999999,\"entities\":[]}",
                "{\"publication\":\" \",\"articles\":1,\"entities\":[]}",
                "{\"publication\":null,\"articles\":1,\"entities\":[]}",
                "{\"publication\":\"X\",\"articles\":1,\"entities\":[null]}",
                "{\"publication\":\"X\",\"articles\":1,\"entities\":[]} x"
            })
    void whatIsNoTallyIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(json)).withMessageStartingWith("not a tally: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"PLANET\"", "null", "7"})
    void anEntityOfAnUnknownTypeIsRefused(String type) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(JSON.replace("\"PERSON\"", type)));
    }

    private static PublicationTally read(String json) {
        return TallyJson.read(json.getBytes(UTF_8));
    }
}
