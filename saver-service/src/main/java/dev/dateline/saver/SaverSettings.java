package dev.dateline.saver;

import dev.dateline.store.StoreSettings;
import dev.dateline.topics.TopicSizes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The saver's knobs.
 *
 * @param concurrency consumer threads, each with a commit on its way: two, so that one decodes while the other's store works
 * @param linger how long a commit waits for more tallies to merge. 10 s against Firestore if unset, which promises about
 *     one write a second to a document and costs money for each; 200 ms otherwise
 * @param partitions of the topics, where they have to be made
 * @param replicas of the topics' partitions, where they have to be made
 * @param store where the counts go
 */
@Validated
@ConfigurationProperties("dateline.saver")
record SaverSettings(
        @DefaultValue("2") @Min(1) @Max(256) int concurrency,
        @Nullable @DurationMin Duration linger,
        @DefaultValue("16") @Min(1) int partitions,
        @DefaultValue("1") @Min(1) short replicas,
        @DefaultValue StoreSettings store) {

    Duration lingerOfStore() {
        if (linger != null) {
            return linger;
        }
        return store.type() == StoreSettings.Type.FIRESTORE ? Duration.ofSeconds(10) : Duration.ofMillis(200);
    }

    TopicSizes topics() {
        return new TopicSizes(partitions, replicas);
    }
}
