package dev.dateline.explorer.pipeline;

import dev.dateline.model.Topics;
import dev.dateline.store.Ledger;
import dev.dateline.store.PartitionId;
import dev.dateline.store.Position;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicIdPartition;
import org.apache.kafka.common.TopicPartition;

/** Puts together what Kafka and the ledger know. Not thread-safe. */
final class PipelineSurvey implements AutoCloseable {

    private static final List<String> TOPICS =
            List.of(Topics.POSTS, Topics.PROCESSED, Topics.POSTS_DEAD, Topics.PROCESSED_DEAD);

    private final KafkaOffsets offsets;
    private final KafkaReader reader;
    private final RecordCounter counter;
    private final Ledger ledger;

    PipelineSurvey(KafkaOffsets offsets, KafkaReader reader, Ledger ledger) {
        this.offsets = offsets;
        this.reader = reader;
        this.counter = new RecordCounter(reader);
        this.ledger = ledger;
    }

    /**
     * Asks for the extractors' offsets first, for the ends of the topics second, for the ledger last: so the tallies of
     * every post that counts as extracted lie before the ends that the ledger is held against.
     */
    PipelineState state() {
        Map<String, TopicDescription> topics = offsets.describe(TOPICS);
        Map<TopicPartition, Long> extracted = offsets.committed(Topics.EXTRACTORS);
        List<Span> posts = offsets.logs(required(topics, Topics.POSTS));
        List<Span> processed = offsets.logs(required(topics, Topics.PROCESSED));
        // Nothing that waits lies in these, so that a missing one may count as empty.
        List<Span> dead = Stream.of(Topics.POSTS_DEAD, Topics.PROCESSED_DEAD)
                .filter(topics::containsKey)
                .flatMap(topic -> offsets.logs(required(topics, topic)).stream())
                .toList();
        return new PipelineState(
                posts.stream().mapToLong(Span::offsets).sum(),
                counter.count(posts.stream()
                        .map(log -> after(
                                log, extracted.getOrDefault(log.partition().topicPartition(), 0L)))
                        .toList()),
                counter.count(processed.stream().map(this::unsaved).toList()),
                counter.count(dead));
    }

    private Span unsaved(Span log) {
        // Every question to Firestore costs money, also the one whose answer can't have changed.
        return counter.knowsNothingWaitsBefore(log.partition(), log.to())
                ? log.startingAt(log.to())
                : after(log, saved(log.partition()));
    }

    private long saved(TopicIdPartition partition) {
        Position position = ledger.position(new PartitionId(partition.topic(), partition.partition()));
        // Offsets of a topic that was made anew since say nothing about this one: all of it waits.
        return position.topicId().equals(partition.topicId().toString()) ? position.offset() : 0;
    }

    /** What lies behind an offset; one behind the end, of a topic that was restored, leaves a span that is never empty. */
    private static Span after(Span log, long offset) {
        return log.startingAt(Math.max(log.from(), offset));
    }

    private static TopicDescription required(Map<String, TopicDescription> topics, String name) {
        TopicDescription topic = topics.get(name);
        if (topic == null) {
            throw new KafkaAwayException("Kafka has no topic \"%s\" yet: the services make it".formatted(name), null);
        }
        return topic;
    }

    @Override
    public void close() {
        try (offsets) {
            reader.close();
        }
    }
}
