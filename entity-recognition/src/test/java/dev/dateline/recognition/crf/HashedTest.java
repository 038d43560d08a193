package dev.dateline.recognition.crf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashedTest {

    @Test
    void theHashOfJoinedStringsFollowsFromTheirs() {
        long joined = Hashed.of("-PW|C").after(Hashed.of("Paris"));

        assertThat(joined).isEqualTo(Hashed.of("Paris-PW|C").hash());
    }

    @Test
    void growsAtEitherEnd() {
        assertThat(Hashed.append(Hashed.of("ab").hash(), 'c'))
                .isEqualTo(Hashed.of("abc").hash());
        assertThat(Hashed.of("bc").behind('a')).isEqualTo(Hashed.of("abc"));
    }

    @Test
    void aZeroCharacterCounts() {
        assertThat(Hashed.of("\0").hash()).isNotEqualTo(Hashed.EMPTY.hash());
    }
}
