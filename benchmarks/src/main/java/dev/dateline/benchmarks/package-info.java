/** What an article costs. */
@NullMarked
package dev.dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
