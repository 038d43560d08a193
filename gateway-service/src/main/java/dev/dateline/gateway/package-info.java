/**
 * HTTP to the topic {@code posts}: a post is answered 201 once Kafka holds it, and anything else with a problem that says why.
 *
 * <p>A post's way: {@link dev.dateline.gateway.PostController}, {@link dev.dateline.gateway.PostBody}, {@link
 * dev.dateline.gateway.PostPublisher}, the topic.
 */
@NullMarked
package dev.dateline.gateway;

import org.jspecify.annotations.NullMarked;
