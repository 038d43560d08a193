/** What is computed from counts: the overview, what sets a publication apart, and several of them side by side. */
@NullMarked
package dev.dateline.explorer.counts;

import org.jspecify.annotations.NullMarked;
