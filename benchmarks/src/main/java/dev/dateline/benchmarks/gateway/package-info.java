/** What a post costs on its way through the gateway, beside what Kafka alone takes for it. */
@NullMarked
package dev.dateline.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
