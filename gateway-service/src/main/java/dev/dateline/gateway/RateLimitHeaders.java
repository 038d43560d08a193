package dev.dateline.gateway;

import dev.dateline.gateway.limits.Limit;
import org.springframework.http.HttpHeaders;

/** The headers of draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it for the next second. */
final class RateLimitHeaders {

    static final String POLICY = "RateLimit-Policy";
    static final String REMAINING = "RateLimit";

    private RateLimitHeaders() {}

    static void set(HttpHeaders headers, Limit limit, long quota, long remaining) {
        String name = '"' + limit.policy() + '"';
        // Requests in flight have no window.
        headers.set(POLICY, name + ";q=" + quota + (limit == Limit.IN_FLIGHT ? "" : ";w=1"));
        headers.set(REMAINING, name + ";r=" + remaining + (limit == Limit.IN_FLIGHT ? "" : ";t=1"));
    }
}
