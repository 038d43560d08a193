package dev.dateline.store;

/**
 * Sums over everything.
 *
 * @param entities distinct within a publication, summed over the publications
 */
public record Totals(long publications, long articles, long entities, long mentions) {}
