/** How fast all of Dateline is, from an upload's first byte to the store, beside what people would use instead. */
@NullMarked
package dev.dateline.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
