package dev.dateline.explorer;

import dev.dateline.store.StoreSettings;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The explorer's knobs.
 *
 * @param store which store, and where
 * @param totalsAge how old totals may be: Firestore sums them anew from every entity's index entry, and is paid for it
 * @param pipelineAge how old the pipeline's state may be: many who wait for it then cost the broker as much as one
 * @param exportPatience the longest pause of an export's reader: it holds one of the store's snapshots, and SQLite's log
 *     grows as long as it does
 */
@Validated
@ConfigurationProperties("dateline.explorer")
record ExplorerSettings(
        @DefaultValue StoreSettings store,
        @DefaultValue("5s") @DurationMin Duration totalsAge,
        @DefaultValue("1s") @DurationMin Duration pipelineAge,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration exportPatience) {}
