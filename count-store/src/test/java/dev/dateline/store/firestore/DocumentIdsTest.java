package dev.dateline.store.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.EntityType;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentIdsTest {

    @ParameterizedTest
    @CsvSource({
        "the daily example, the daily example",
        "a/b, a%2Fb",
        "., %2E",
        ".., %2E%2E",
        "..., ...",
        "__x__, %5F%5Fx%5F%5F",
        "____, %5F%5F%5F%5F",
        "__x, __x",
        "100%, 100%25",
        "😀, 😀"
    })
    void onlyWhatFirestoreForbidsIsEncoded(String key, String id) {
        assertThat(DocumentIds.ofPublication(key)).isEqualTo(id);
    }

    @Test
    void anEntitysIdBeginsWithItsType() {
        assertThat(DocumentIds.ofEntity(EntityType.PERSON, "a/b")).isEqualTo("PERSON:a%2Fb");
        assertThat(DocumentIds.ofEntity(EntityType.MISC, "..")).isEqualTo("MISC:..");
    }

    @Test
    void over500BytesItIsTheKeysSha256() {
        assertThat(DocumentIds.ofPublication("é".repeat(250))).isEqualTo("é".repeat(250));
        assertThat(DocumentIds.ofPublication("a".repeat(501)))
                .isEqualTo("1b2c4bb5b20ed5bd7cf63b1a4ab74f0b3895dcb20a9f83573e3a53bd05f00de2");
    }

    @Test
    void differentKeysHaveDifferentIds() {
        String long1 = "a".repeat(501);
        String hash = DocumentIds.ofPublication(long1);

        assertThat(Stream.of(long1, hash, "a/b", "a%2Fb", "a%252Fb", ".", "%2E", "__x__", "%5F%5Fx%5F%5F")
                        .map(DocumentIds::ofPublication))
                .doesNotHaveDuplicates();
    }
}
