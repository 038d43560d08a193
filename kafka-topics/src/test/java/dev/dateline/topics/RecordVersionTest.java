package dev.dateline.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.topics.RecordVersion.UnknownVersionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordVersionTest {

    @Test
    void aRecordIsMarkedOnce() {
        var record = new ProducerRecord<>("posts", "key", "value");
        record.headers().add("v", "0".getBytes(UTF_8)).add("other", new byte[] {7});

        RecordVersion.mark(RecordVersion.mark(record));

        assertThat(record.headers().headers("v"))
                .singleElement()
                .satisfies(header -> assertThat(header.value()).isEqualTo("1".getBytes(UTF_8)));
        assertThat(record.headers().headers("other")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "1.12"})
    void versionOneIsReadWhateverItsMinorPart(String version) {
        assertThatCode(() -> RecordVersion.check(record(version))).doesNotThrowAnyException();
    }

    @Test
    void aRecordWithoutAVersionIsRead() {
        assertThatCode(() -> RecordVersion.check(record())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "10", "2.1", "v1", ""})
    void anotherMajorVersionIsRefusedInOneClearLine(String version) {
        assertThatThrownBy(() -> RecordVersion.check(record(version)))
                .isInstanceOf(UnknownVersionException.class)
                .hasMessage(
                        "posts-3 holds a record of version \"%s\" at offset 42; this Dateline reads version 1: run a newer one",
                        version);
    }

    @Test
    void aVersionWithoutAValueIsRefused() {
        ConsumerRecord<String, String> record = record();
        record.headers().add("v", null);

        assertThatThrownBy(() -> RecordVersion.check(record)).isInstanceOf(UnknownVersionException.class);
    }

    @Test
    void theLastOfSeveralVersionsCounts() {
        assertThatCode(() -> RecordVersion.check(record("2", "1"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> RecordVersion.check(record("1", "2"))).isInstanceOf(UnknownVersionException.class);
    }

    private static ConsumerRecord<String, String> record(String... versions) {
        var record = new ConsumerRecord<>("posts", 3, 42, "key", "value");
        for (String version : versions) {
            record.headers().add("v", version.getBytes(UTF_8));
        }
        return record;
    }
}
