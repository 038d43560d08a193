/**
 * The {@code dateline} command: one class per subcommand, and one place where failures become a line and an exit code.
 *
 * <p>Commands read options and print; the work is in the packages below.
 */
@NullMarked
package dev.dateline.cli;

import org.jspecify.annotations.NullMarked;
