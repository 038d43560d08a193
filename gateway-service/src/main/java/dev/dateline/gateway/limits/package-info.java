/** How much each key may ask for: token buckets (Bucket4j) and a count of what is under way. */
@NullMarked
package dev.dateline.gateway.limits;

import org.jspecify.annotations.NullMarked;
