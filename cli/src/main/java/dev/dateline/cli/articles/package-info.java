/** Files of articles, CSV or one JSON object a line: row by row, in bounded memory, each row an article or a reason. */
@NullMarked
package dev.dateline.cli.articles;

import org.jspecify.annotations.NullMarked;
