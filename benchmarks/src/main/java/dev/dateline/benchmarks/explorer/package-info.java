/** How fast the explorer answers over a large store, and what many who watch it live cost. */
@NullMarked
package dev.dateline.benchmarks.explorer;

import org.jspecify.annotations.NullMarked;
