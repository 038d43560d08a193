package dev.dateline.extractor;

import dev.dateline.extractor.Batch.DeadLetter;
import dev.dateline.model.Post;
import dev.dateline.recognition.EntityRecognizer;
import dev.dateline.topics.RecordVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** One batch in the making: post by post to counts. A post that can't be processed harms no other. Not thread-safe. */
final class BatchBuilder {

    private final PostDecoder decoder;
    private final RepeatFilter repeatFilter;
    private final EntityRecognizer recognizer;
    private final TallyBuilder tallies = new TallyBuilder();
    private final Map<TopicPartition, Map<IdHash, String>> counted = new HashMap<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private int repeats;
    private int droppedMentions;

    BatchBuilder(PostDecoder decoder, RepeatFilter repeatFilter, EntityRecognizer recognizer) {
        this.decoder = decoder;
        this.repeatFilter = repeatFilter;
        this.recognizer = recognizer;
    }

    /**
     * Counts a post, or finds that it is a repeat or can't be processed.
     *
     * @throws RecordVersion.UnknownVersionException if only a newer Dateline can read it: not this post's fault
     */
    void add(ConsumerRecord<byte[], byte[]> record) {
        RecordVersion.check(record);
        var partition = new TopicPartition(record.topic(), record.partition());
        IdWindow countedBefore = repeatFilter.countedIn(partition);
        Map<IdHash, String> countedNow = counted.computeIfAbsent(partition, p -> new LinkedHashMap<>());
        try {
            Post post = decoder.decode(record);
            IdHash id = IdHash.of(post.id());
            if (countedNow.containsKey(id) || countedBefore.contains(id)) {
                repeats++;
            } else {
                droppedMentions += tallies.add(post, recognizer.recognize(post.content()));
                countedNow.put(id, post.id());
            }
            // A text may exhaust the recogniser's stack; the thread is sound again once that is unwound.
        } catch (RuntimeException | StackOverflowError cause) {
            deadLetters.add(new DeadLetter(record, cause));
        }
    }

    /** The batch, to be followed from the given offsets. */
    Batch build(Map<TopicPartition, OffsetAndMetadata> next) {
        return new Batch(tallies.tallies(), counted, deadLetters, next, repeats, droppedMentions);
    }
}
