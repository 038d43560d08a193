/** Counts files with the recogniser alone and compares: on purpose without a line of what the services count with. */
@NullMarked
package dev.dateline.cli.verify;

import org.jspecify.annotations.NullMarked;
