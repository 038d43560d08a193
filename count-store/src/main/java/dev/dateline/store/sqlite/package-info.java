/**
 * The embedded store: one SQLite file with a write-ahead log, so that reading never waits for writing, and synced at each
 * commit, so that what was applied stays applied.
 */
@NullMarked
package dev.dateline.store.sqlite;

import org.jspecify.annotations.NullMarked;
