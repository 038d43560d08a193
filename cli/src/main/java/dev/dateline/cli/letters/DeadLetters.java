package dev.dateline.cli.letters;

import dev.dateline.model.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Looks at dead letters. */
public final class DeadLetters {

    private final Kafka kafka;

    public DeadLetters(Kafka kafka) {
        this.kafka = kafka;
    }

    /**
     * Letters in the order of their places: posts, then tallies, which can't be redriven.
     *
     * @param all also those that were redriven
     * @param after begin behind this one; at the first if null
     * @throws dev.dateline.cli.console.Failure if Kafka does not answer
     */
    public List<DeadLetter> list(boolean all, @Nullable Place after, int most) {
        var letters = new ArrayList<DeadLetter>();
        try (var consumer = kafka.consumer()) {
            var box = new LetterBox(consumer);
            for (String topic : List.of(Topics.POSTS_DEAD, Topics.PROCESSED_DEAD)) {
                List<TopicPartition> partitions = box.partitions(topic);
                var redriven = box.redriven(partitions);
                for (TopicPartition partition : partitions) {
                    Redriven done = Objects.requireNonNull(redriven.get(partition));
                    boolean hasRoom = box.read(partition, begin(partition, after), letter -> {
                        if (all || !done.contains(letter.place().offset())) {
                            letters.add(letter);
                        }
                        return letters.size() < most;
                    });
                    if (!hasRoom) {
                        return letters;
                    }
                }
            }
            return letters;
        } catch (KafkaException e) {
            throw kafka.failure(e);
        }
    }

    /** The end of a partition that lies before the page, for any that does. */
    private static long begin(TopicPartition partition, @Nullable Place after) {
        if (after == null || new Place(partition.topic(), partition.partition(), Long.MAX_VALUE).compareTo(after) < 0) {
            return after == null ? 0 : Long.MAX_VALUE;
        }
        return partition.equals(after.topicPartition()) ? after.offset() + 1 : 0;
    }
}
