/** Dateline's gateway and explorer as the command line talks to them. */
@NullMarked
package dev.dateline.cli.client;

import org.jspecify.annotations.NullMarked;
