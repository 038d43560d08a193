/**
 * The topic {@code posts} to the topic {@code processed}: entities out of text, a tally per publication.
 *
 * <p>A post's way: {@link dev.dateline.extractor.PostListener} takes a batch, {@link dev.dateline.extractor.BatchBuilder} turns it into
 * tallies ({@link dev.dateline.extractor.PostDecoder}, {@link dev.dateline.extractor.RepeatFilter}, {@link
 * dev.dateline.extractor.TallyBuilder}), {@link dev.dateline.extractor.BatchTransaction} writes them.
 *
 * <p>Each post is counted exactly once: tallies, dead letters, ids and offsets move in one Kafka transaction, and after
 * any failure {@link dev.dateline.extractor.CommittedState} goes back to what was committed, neither before nor past it.
 */
@NullMarked
package dev.dateline.extractor;

import org.jspecify.annotations.NullMarked;
