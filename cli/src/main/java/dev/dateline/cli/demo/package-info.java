/** The first thing that a newcomer sees: everything started, fed and asked, and gone again. */
@NullMarked
package dev.dateline.cli.demo;

import org.jspecify.annotations.NullMarked;
