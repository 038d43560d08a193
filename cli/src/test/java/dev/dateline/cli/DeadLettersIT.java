package dev.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.cli.letters.Graveyard;
import dev.dateline.topics.TopicSizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.context.EmbeddedKafka;

@EmbeddedKafka(
        partitions = 1,
        // Of each its own topic would have 50: seconds of making files.
        brokerProperties = {"transaction.state.log.num.partitions=1", "offsets.topic.num.partitions=1"})
class DeadLettersIT {

    private final String brokers;
    private Graveyard graveyard;

    DeadLettersIT(EmbeddedKafkaBroker broker) {
        brokers = broker.getBrokersAsString();
    }

    @BeforeEach
    void open() throws Exception {
        graveyard = new Graveyard(brokers);
    }

    @AfterEach
    void close() throws Exception {
        graveyard.close();
    }

    @Test
    void listsWhatWhenWhyAndFromWherePageByPage() {
        bury(0, "a", "not JSON");
        bury(0, "b", "no content");
        bury(1, "c", "not JSON");

        List<String> first = run("list", "--limit", "2").outLines();
        List<String> second =
                run("list", "--limit", "2", "--after", "posts.dlt-0@1").outLines();

        assertThat(first).hasSize(4);
        assertThat(first.get(0)).isEqualTo("letter\ttime\tid\tfrom\tcause");
        assertThat(first.get(1)).matches("posts\\.dlt-0@0\t20\\d\\d-.*Z\ta\tposts-1@17\tnot JSON");
        assertThat(first.get(2)).startsWith("posts.dlt-0@1\t").contains("\tb\t").endsWith("\tno content");
        assertThat(first.get(3)).isEqualTo("more: dateline dead-letters list --after posts.dlt-0@1");
        assertThat(second).hasSize(2).last().asString().startsWith("posts.dlt-1@0\t");
    }

    @Test
    void redrivesEachOnceToThePartitionWhereItsIdIsKnown() {
        bury(0, "a", "not JSON");
        bury(1, "b", "no content");

        assertThat(run("redrive").lastLine()).isEqualTo("redriven 2");
        assertThat(run("redrive").lastLine()).isEqualTo("redriven 0");

        assertThat(graveyard.posts()).hasSize(2).allSatisfy(post -> {
            assertThat(post.partition()).isEqualTo(1);
            assertThat(post.headers()).extracting(Header::key).containsExactly("v");
        });
        assertThat(run("list").outLines()).hasSize(1);
        assertThat(run("list", "--all").outLines()).hasSize(3);
    }

    @Test
    void redrivesByIdOrCauseAndTheOthersLater() {
        bury(0, "a", "not JSON");
        bury(0, "b", "no content");
        bury(0, "c", "not JSON: x");
        bury(0, "d", "the recogniser failed");

        assertThat(run("redrive", "--id", "b").lastLine()).isEqualTo("redriven 1");
        assertThat(run("redrive", "--cause", "not JSON").lastLine()).isEqualTo("redriven 2");
        assertThat(run("list").outLines()).hasSize(2).last().asString().contains("\td\t");
        assertThat(run("redrive").lastLine()).isEqualTo("redriven 1");

        assertThat(graveyard.posts())
                .extracting(post -> new String(post.key(), UTF_8))
                .containsExactly("b", "a", "c", "d");
    }

    @Test
    void passesOverWhatIsTooLargeForAnyTopicAndSaysSo() {
        bury(0, "x".repeat(TopicSizes.MAX_RECORD_BYTES), "too large");
        bury(0, "b", "no content");

        assertThat(run("redrive").lastLine()).isEqualTo("redriven 1, left out 1 that are too large for any topic");
        assertThat(run("redrive").lastLine()).isEqualTo("redriven 0");
    }

    @Test
    void saysInOneLineWhichPlaceIsNone() {
        Run run = run("list", "--after", "here");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'here' names no record; one looks like posts.dlt-0@17");
    }

    private void bury(int partition, String id, String cause) {
        graveyard.bury(partition, id, cause);
        graveyard.flush();
    }

    private Run run(String... arguments) {
        var all = new ArrayList<>(List.of("dead-letters"));
        all.addAll(List.of(arguments));
        return Run.with(Map.of("DATELINE_KAFKA", brokers), "", all.toArray(String[]::new));
    }
}
