/** Text to mentions: names of people, organisations, places and the rest, exactly as Stanford CoreNLP finds them. */
@NullMarked
package dev.dateline.recognition;

import org.jspecify.annotations.NullMarked;
