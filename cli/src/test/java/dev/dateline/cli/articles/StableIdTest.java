package dev.dateline.cli.articles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.model.PublicationKey;
import org.junit.jupiter.api.Test;

class StableIdTest {

    /** {@code printf 'the daily example\0text' | sha256sum}: who uploads again next year must get the same. */
    @Test
    void itIsTheHashOfKeyAndContent() {
        assertThat(StableId.of(PublicationKey.of("The  Daily Example"), "text"))
                .isEqualTo("7ac906be41d35308092d43614f3f0d38f886b1cbc396bf9fb752bb6e0d069526");
    }
}
