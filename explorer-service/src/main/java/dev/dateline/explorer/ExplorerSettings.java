package dev.dateline.explorer;

import dev.dateline.keys.ApiKey;
import dev.dateline.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The explorer's knobs.
 *
 * @param store which store, and where
 * @param keys that may read, by their hashes; without any, and without {@code keyFile}, everybody who gets here may
 * @param keyFile more of them, in a file that is watched: what {@code dateline keys} writes, or a mounted secret
 * @param totalsAge how old totals may be: 1 s, and 10 s on Firestore, which sums them anew from every entity's index entry,
 *     and is paid for it
 * @param overviewAge how old the overview, what sets a publication apart and what a search found may be: 2 s, and 60 s on
 *     Firestore, where the first page costs over 1,000 reads
 * @param pipelineAge how old the pipeline's state may be: many who wait for it then cost the broker as much as one
 * @param liveEvery how often those who watch live are told
 * @param exportPatience the longest pause of an export's reader: it holds one of the store's snapshots, and SQLite's log
 *     grows as long as it does
 */
@Validated
@ConfigurationProperties("dateline.explorer")
record ExplorerSettings(
        @DefaultValue StoreSettings store,
        @DefaultValue List<ApiKey> keys,
        @Nullable Path keyFile,
        @Nullable @DurationMin Duration totalsAge,
        @Nullable @DurationMin Duration overviewAge,
        @DefaultValue("1s") @DurationMin Duration pipelineAge,
        @DefaultValue("1s") @DurationMin(millis = 100) Duration liveEvery,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration exportPatience) {

    ExplorerSettings {
        boolean isPaid = store.type() == StoreSettings.Type.FIRESTORE;
        keys = List.copyOf(keys);
        totalsAge = totalsAge == null ? Duration.ofSeconds(isPaid ? 10 : 1) : totalsAge;
        overviewAge = overviewAge == null ? Duration.ofSeconds(isPaid ? 60 : 2) : overviewAge;
    }

    @Override
    public Duration totalsAge() {
        return Objects.requireNonNull(totalsAge);
    }

    @Override
    public Duration overviewAge() {
        return Objects.requireNonNull(overviewAge);
    }

    /** Whether a key is needed to read. */
    boolean needsKeys() {
        return keyFile != null || !keys.isEmpty();
    }
}
