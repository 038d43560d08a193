/**
 * The topic {@code processed} to the store, each tally once.
 *
 * <p>A tally's way: {@link dev.dateline.saver.SaverLoop} polls, {@link dev.dateline.saver.TallyRecord} decodes, {@link
 * dev.dateline.saver.CommitQueue} gathers tallies into commits, {@link dev.dateline.saver.PartitionSaver} has them applied
 * by {@link dev.dateline.saver.LedgerCommit}.
 *
 * <p>The store's ledger is the position, and it moves with the counts or not at all. So whatever is in hand may be dropped at
 * any moment: reading goes on from the ledger.
 */
@NullMarked
package dev.dateline.saver;

import org.jspecify.annotations.NullMarked;
