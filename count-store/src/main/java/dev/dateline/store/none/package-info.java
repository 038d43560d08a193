/** A store that keeps sums in memory and forgets them: what the rest of the pipeline can do is measured against it. */
@NullMarked
package dev.dateline.store.none;

import org.jspecify.annotations.NullMarked;
