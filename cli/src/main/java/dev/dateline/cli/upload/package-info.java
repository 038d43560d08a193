/** Articles from files to the gateway: many at once, in bounded memory, repeated until each has its answer. */
@NullMarked
package dev.dateline.cli.upload;

import org.jspecify.annotations.NullMarked;
