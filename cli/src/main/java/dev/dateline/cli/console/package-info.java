/** What a person sees: colours and progress on a terminal, plain lines in a pipe, and failures in one line. */
@NullMarked
package dev.dateline.cli.console;

import org.jspecify.annotations.NullMarked;
