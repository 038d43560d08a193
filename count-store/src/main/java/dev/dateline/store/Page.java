package dev.dateline.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param next what to ask for the page after this, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {}
