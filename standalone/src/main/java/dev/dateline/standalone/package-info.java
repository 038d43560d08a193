/** Everything in one process: an embedded Kafka broker and the four services, durable under one folder, on loopback only. */
@NullMarked
package dev.dateline.standalone;

import org.jspecify.annotations.NullMarked;
