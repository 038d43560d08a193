package dev.dateline.gateway.body;

import org.jspecify.annotations.Nullable;

/**
 * A line of a body that holds something.
 *
 * @param number from 1, empty lines counted
 * @param bytes without the line's end; null if it was longer than allowed
 */
public record Line(long number, byte @Nullable [] bytes) {}
