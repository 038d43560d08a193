package dev.dateline.benchmarks;

import dev.dateline.model.EntityType;

/**
 * A name in a sentence.
 *
 * @param begin its first token
 * @param end behind its last token
 */
record Span(EntityType type, int begin, int end) {}
