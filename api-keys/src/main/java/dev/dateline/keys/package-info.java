/** API keys: who may do what and when, known to the server by their SHA-256 alone. */
@NullMarked
package dev.dateline.keys;

import org.jspecify.annotations.NullMarked;
