package dev.dateline.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-18T00:00:00Z");

    // printf one | sha256sum
    private static final String ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";
    private static final String TWO = "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3";

    private final ApiKey first = new ApiKey("first", ONE, Set.of(Scope.SUBMIT), MONDAY, WEDNESDAY);
    private final ApiKey second = new ApiKey("second", TWO, Set.of(Scope.READ, Scope.ADMIN), null, null);
    private final ApiKeys keys = new ApiKeys(List.of(first, second));

    @Test
    void findsTheKeyOfASecretByItsHash() {
        assertThat(keys.find(new Secret("one"))).contains(first);
        assertThat(keys.find(new Secret("two"))).contains(second);
    }

    @Test
    void findsNothingForAnotherSecretNorForTheHashItself() {
        assertThat(keys.find(new Secret(""))).isEmpty();
        assertThat(keys.find(new Secret("One"))).isEmpty();
        assertThat(keys.find(new Secret("one "))).isEmpty();
        assertThat(keys.find(new Secret(ONE))).isEmpty();
    }

    @Test
    void aKeyIsValidFromItsBeginUpToItsEnd() {
        assertThat(first.isValid(MONDAY.minusMillis(1))).isFalse();
        assertThat(first.isValid(MONDAY)).isTrue();
        assertThat(first.isValid(WEDNESDAY.minusMillis(1))).isTrue();
        assertThat(first.isValid(WEDNESDAY)).isFalse();
        assertThat(second.isValid(Instant.MIN)).isTrue();
        assertThat(second.isValid(Instant.MAX)).isTrue();
    }

    @Test
    void aKeyOpensItsScopesAndOnlySubmittingIfNoneIsNamed() {
        assertThat(second.opens(Scope.READ)).isTrue();
        assertThat(second.opens(Scope.SUBMIT)).isFalse();
        assertThat(new ApiKey("a", ONE, null, null, null).scopes()).containsExactly(Scope.SUBMIT);
    }

    @Test
    void endingAKeyLeavesTheOthersAndAnEarlierEndAlone() {
        assertThat(keys.ending("second", TUESDAY).named("second", TUESDAY)).isEmpty();
        assertThat(keys.ending("second", TUESDAY).named("first", TUESDAY)).contains(first);
        assertThat(keys.ending("first", WEDNESDAY.plusSeconds(1)).all()).containsExactly(first, second);
    }

    @Test
    void endsBeforeItBeganWhenItIsRevokedEarly() {
        ApiKey future = new ApiKey("future", ONE, null, WEDNESDAY, null);

        assertThat(future.endingAt(MONDAY).isValid(WEDNESDAY)).isFalse();
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(ApiKeys.parse(keys.json().getBytes(UTF_8)).all()).isEqualTo(keys.all());
        assertThat(keys.json()).contains("\"submit\"", "\"2026-11-16T00:00:00Z\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense | is not JSON",
                "{} | holds no list \"keys\"",
                "null | holds no list \"keys\"",
                "{\"keys\": [{\"name\": \"a_b\", \"sha256\": \"\"}]} | name must be 1 to 40 of a-z 0-9 -",
                "{\"keys\": [{\"name\": \"a\", \"sha256\": \"dl_a_x\"}]} | the sha256 of the key \"a\"",
                "{\"keys\": [{\"name\": \"a\", \"sha256\": \"00\", \"scopes\": [\"all\"]}]} | all",
            })
    void saysWhatIsWrongWithAFile(String json, String message) {
        assertThatThrownBy(() -> ApiKeys.parse(json.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aNewSecretHas256RandomBitsAndItsName() {
        Secret secret = Secret.random("wire");

        assertThat(secret.reveal()).matches("dl_wire_[A-Za-z0-9_-]{43}");
        assertThat(secret).hasToString("a secret");
        assertThat(Secret.random("wire").reveal()).isNotEqualTo(secret.reveal());
        assertThat(new Secret("one").sha256()).isEqualTo(ONE);
    }
}
