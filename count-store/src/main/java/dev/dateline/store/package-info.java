/**
 * Where counts live: the ports to write ({@link dev.dateline.store.CountStore}) and to read
 * ({@link dev.dateline.store.CountQueries}), with an adapter per technology in a package of its own.
 *
 * <p>A store applies each range of offsets once, however often it is asked to.
 */
@NullMarked
package dev.dateline.store;

import org.jspecify.annotations.NullMarked;
