/** What threads remember together, within a bound and without a lock. */
@NullMarked
package dev.dateline.recognition.cache;

import org.jspecify.annotations.NullMarked;
