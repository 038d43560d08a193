/**
 * What travels between the services and what it is called: posts, tallies, keys, topics, and their JSON.
 *
 * <p>Every record here is valid once it exists; no framework is needed to make or read one.
 */
@NullMarked
package dev.dateline.model;

import org.jspecify.annotations.NullMarked;
