/**
 * The topics as Kafka knows them: their settings, their creation, and the version that every record carries.
 *
 * <p>Services wait here for a broker that is away, and say so.
 */
@NullMarked
package dev.dateline.topics;

import org.jspecify.annotations.NullMarked;
