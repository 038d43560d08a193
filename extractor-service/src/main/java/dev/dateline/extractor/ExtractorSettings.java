package dev.dateline.extractor;

import dev.dateline.topics.TopicSizes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The extractor's knobs.
 *
 * @param concurrency consumer threads; one per core if unset, as recognising is nearly all of the work
 * @param batchSize posts per transaction, the unit of aggregation: 500 are some seconds of work on one core
 * @param batchBytes bounds a batch of the worst articles to some 20 s: 256 KiB of words that no text had before take 1.3 s
 * @param linger longest wait for a batch to fill: a post's share of the time from HTTP to count
 * @param maxContent of a post, in UTF-8; the same as the gateway's, for those who write to the topic directly
 * @param seenWindow posts of a partition within which the same id counts once; about 40 bytes of memory each
 * @param transactionPrefix of the transactional ids, which follow it with the thread's index: unique to this instance and
 *     the same after a restart, or readers would wait for the old one's transaction to time out
 * @param partitions of the topics, where they have to be made
 * @param replicas of the topics' partitions, where they have to be made
 * @param slots a folder that the instances of one machine share and count themselves in, where nothing else tells them apart for
 *     longer than they live: the number goes into the prefix. None if unset
 */
@Validated
@ConfigurationProperties("dateline.extractor")
record ExtractorSettings(
        @Nullable @Min(1) @Max(256) Integer concurrency,
        @DefaultValue("500") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("4MB") DataSize batchBytes,
        @DefaultValue("500ms") Duration linger,
        @DefaultValue("256KB") DataSize maxContent,
        @DefaultValue("2000000") @Min(1) @Max(100_000_000) int seenWindow,
        @NotBlank String transactionPrefix,
        @DefaultValue("16") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) short replicas,
        @Nullable Path slots) {

    int threads() {
        return concurrency == null ? Runtime.getRuntime().availableProcessors() : concurrency;
    }

    /** The same with a prefix of a slot's own. */
    ExtractorSettings inSlot(int number) {
        return new ExtractorSettings(
                concurrency,
                batchSize,
                batchBytes,
                linger,
                maxContent,
                seenWindow,
                "%s%d-".formatted(transactionPrefix, number),
                partitions,
                replicas,
                slots);
    }

    TopicSizes topics() {
        return new TopicSizes(partitions, replicas);
    }
}
