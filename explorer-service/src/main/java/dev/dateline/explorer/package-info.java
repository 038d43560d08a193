/**
 * The store to people: the read API, the export, the first page and the pipeline's state.
 *
 * <p>Whatever is away is named in a problem; what does not need it goes on answering.
 */
@NullMarked
package dev.dateline.explorer;

import org.jspecify.annotations.NullMarked;
