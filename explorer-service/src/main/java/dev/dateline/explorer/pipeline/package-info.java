/**
 * How far accepted posts have come, from Kafka's offsets and the store's ledger.
 *
 * <p>"Drained" is exact: transaction markers and aborted records, which take offsets but are no records, wait for nobody.
 */
@NullMarked
package dev.dateline.explorer.pipeline;

import org.jspecify.annotations.NullMarked;
