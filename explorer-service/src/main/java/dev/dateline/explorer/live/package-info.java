/** What moves while articles come in: one reader for all who look. */
@NullMarked
package dev.dateline.explorer.live;

import org.jspecify.annotations.NullMarked;
