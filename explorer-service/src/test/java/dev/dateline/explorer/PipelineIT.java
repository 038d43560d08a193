package dev.dateline.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.explorer.pipeline.Broker;
import dev.dateline.model.Topics;
import dev.dateline.store.CountStore;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineIT {

    private static final PartitionId PARTITION = new PartitionId(Topics.PROCESSED, 0);

    @TempDir
    Path folder;

    @Test
    void aPostIsFollowedFromItsAcceptanceIntoTheStore() throws Exception {
        Path file = folder.resolve("counts.db");
        try (var broker = new Broker();
                var explorer = RunningExplorer.start(file, "--spring.kafka.bootstrap-servers=" + broker.address());
                CountStore store = RunningExplorer.storeIn(file)) {
            broker.dropTopics();
            assertThat(state(explorer)).contains("Kafka has no topic");
            broker.makeTopicsAnew();
            assertThat(state(explorer)).isEqualTo(state(0, 0, 0, 0, true));

            broker.send(Topics.POSTS, 0, 2);
            assertThat(state(explorer)).isEqualTo(state(2, 2, 0, 0, false));

            broker.commit(Topics.PROCESSED, 0, 1);
            broker.commit(Topics.POSTS_DEAD, 1, 1);
            broker.extractedUpTo(0, 2);
            assertThat(state(explorer)).isEqualTo(state(2, 0, 1, 1, false));

            store.apply(
                    PARTITION,
                    Position.START,
                    new Position(1, broker.topicId(Topics.PROCESSED)),
                    List.of(RunningExplorer.tally("The Hill", 1)));
            broker.abort(Topics.PROCESSED, 0, 3);
            assertThat(state(explorer)).isEqualTo(state(2, 0, 0, 1, true));
        }
    }

    private static String state(RunningExplorer explorer) {
        return explorer.client()
                .get()
                .uri("/api/v1/pipeline")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static String state(long accepted, long unextracted, long unsaved, long dead, boolean drained) {
        return "{\"accepted\":%d,\"waitingForExtraction\":%d,\"waitingToBeSaved\":%d,\"deadLetters\":%d,\"drained\":%s}"
                .formatted(accepted, unextracted, unsaved, dead, drained);
    }
}
