/** What a request brings, in bounded memory: unpacked, cut into lines. */
@NullMarked
package dev.dateline.gateway.body;

import org.jspecify.annotations.NullMarked;
