/** What {@code up} does besides starting: it says what to do next, and leaves the terminal when asked to. */
@NullMarked
package dev.dateline.cli.up;

import org.jspecify.annotations.NullMarked;
