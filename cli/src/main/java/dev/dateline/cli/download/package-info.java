/** Data sets from the web: resumed where they broke off, checked, and unpacked without leaving their folder. */
@NullMarked
package dev.dateline.cli.download;

import org.jspecify.annotations.NullMarked;
