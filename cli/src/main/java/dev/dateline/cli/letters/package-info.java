/** Dead letters, straight from Kafka: to look at, and to send back, each once. */
@NullMarked
package dev.dateline.cli.letters;

import org.jspecify.annotations.NullMarked;
