package dev.dateline.store;

import dev.dateline.model.EntityType;

/**
 * An entity summed over publications.
 *
 * @param publications how many mention it
 */
public record EntityTotal(EntityType type, String word, String name, long mentions, long articles, long publications) {}
